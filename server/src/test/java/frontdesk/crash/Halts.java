package frontdesk.crash;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Counts what the server commits and halts its process right after one of the commits (or before
 * the first), with no hook run and nothing flushed. A step is over when it is committed, so these
 * are all the places where it can be between two steps.
 */
final class Halts implements BeanPostProcessor {

  private final ReentrantLock oneAtATime = new ReentrantLock();
  private int point = -1;
  private int commits;

  /** Halts after this many commits from now on; 0 is right before the first. */
  void after(int commits) {
    oneAtATime.lock();
    this.point = commits;
    this.commits = 0;
    oneAtATime.unlock();
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof DataSource source ? new Watched(source) : bean;
  }

  /** One commit at a time, so that none slips by while another one halts. */
  private void commit(Connection connection) throws SQLException {
    oneAtATime.lock();
    try {
      haltAt(commits);
      connection.commit();
      commits++;
      haltAt(commits);
    } finally {
      oneAtATime.unlock();
    }
  }

  private void haltAt(int here) {
    if (here == point) {
      Runtime.getRuntime().halt(9);
    }
  }

  private final class Watched extends DelegatingDataSource {

    private Watched(DataSource source) {
      super(source);
    }

    @Override
    public Connection getConnection() throws SQLException {
      var connection = super.getConnection();
      return (Connection)
          Proxy.newProxyInstance(
              Halts.class.getClassLoader(),
              new Class<?>[] {Connection.class},
              (_, method, arguments) -> {
                if (method.getName().equals("commit")) {
                  commit(connection);
                  return null;
                }
                try {
                  return method.invoke(connection, arguments);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              });
    }
  }
}
