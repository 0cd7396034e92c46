package frontdesk.simulators.whatsapp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The numbers on the platform and the tokens that no longer work. */
final class Numbers {
  private final Map<String, BusinessNumber> numbers = new LinkedHashMap<>();
  private final Set<String> revoked = ConcurrentHashMap.newKeySet();

  synchronized void add(BusinessNumber number) {
    numbers.put(number.id(), number);
  }

  synchronized void remove(String id) {
    numbers.remove(id);
  }

  synchronized Optional<BusinessNumber> find(String id) {
    return Optional.ofNullable(numbers.get(id));
  }

  synchronized BusinessNumber findOrAdd(String id) {
    return numbers.computeIfAbsent(id, BusinessNumber::unknown);
  }

  synchronized List<BusinessNumber> all() {
    return new ArrayList<>(numbers.values());
  }

  synchronized List<BusinessNumber> ofAccount(String account) {
    return numbers.values().stream().filter(number -> number.account().equals(account)).toList();
  }

  synchronized boolean knowsToken(String token) {
    return numbers.values().stream()
        .anyMatch(number -> number.accessToken().filter(token::equals).isPresent());
  }

  void revoke(String token) {
    revoked.add(token);
  }

  void restore(String token) {
    revoked.remove(token);
  }

  boolean isRevoked(String token) {
    return revoked.contains(token);
  }

  synchronized void clear() {
    numbers.clear();
    revoked.clear();
  }
}
