package frontdesk;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class Frontdesk {

  static void main(String[] args) {
    SpringApplication.run(Frontdesk.class, args);
  }
}
