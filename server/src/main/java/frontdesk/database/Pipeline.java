package frontdesk.database;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.StatementCreatorUtils;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import org.springframework.jdbc.core.namedparam.ParsedSql;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.util.ConcurrentReferenceHashMap;

/**
 * Statements that go to the database together and come back together: one round trip for all of
 * them, in their order, in the running transaction. One that fails ends the transaction for all.
 *
 * <p>Rows that travel together should be of fixed size: before a statement whose rows may be of any
 * size the driver waits for what came before, lest both sides wait for each other.
 */
public final class Pipeline {

  private static final ConcurrentReferenceHashMap<String, ParsedSql> PARSED =
      new ConcurrentReferenceHashMap<>();

  /** More go in several trips: the driver keeps each combination as a statement of its own. */
  private static final int MOST = 32;

  private final JdbcOperations jdbc;
  private final List<Step<?>> steps = new ArrayList<>();

  public Pipeline(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** What a statement brings, once the pipeline has been sent. */
  public static final class Result<T> {
    private @Nullable T value;

    private Result() {}

    public T get() {
      if (value == null) {
        throw new IllegalStateException("The pipeline has not been sent");
      }
      return value;
    }
  }

  private record Step<T>(
      ParsedSql sql, SqlParameterSource params, Reader<T> reader, Result<T> result) {

    void read(PreparedStatement statement) throws SQLException {
      result.value = reader.read(statement);
    }
  }

  @FunctionalInterface
  private interface Reader<T> {
    T read(PreparedStatement statement) throws SQLException;
  }

  /** Adds a statement that brings rows. */
  public <T> Result<List<T>> query(String sql, SqlParameterSource params, RowMapper<T> mapper) {
    return add(
        sql,
        params,
        statement -> {
          try (var rows = statement.getResultSet()) {
            var list = new ArrayList<T>();
            while (rows.next()) {
              list.add(mapper.mapRow(rows, list.size()));
            }
            return list;
          }
        });
  }

  /** Adds a statement that brings the number of rows it changed. */
  public Result<Integer> update(String sql, SqlParameterSource params) {
    return add(sql, params, PreparedStatement::getUpdateCount);
  }

  private <T> Result<T> add(String sql, SqlParameterSource params, Reader<T> reader) {
    var parsed = PARSED.computeIfAbsent(sql, NamedParameterUtils::parseSqlStatement);
    var result = new Result<T>();
    steps.add(new Step<>(parsed, params, reader, result));
    return result;
  }

  /** Sends what was added; it can be filled and sent again. */
  public void send() {
    var all = List.copyOf(steps);
    steps.clear();
    for (int from = 0; from < all.size(); from += MOST) {
      send(all.subList(from, Math.min(from + MOST, all.size())));
    }
  }

  private void send(List<Step<?>> sent) {
    var text =
        sent.stream()
            .map(step -> NamedParameterUtils.substituteNamedParameters(step.sql(), step.params()))
            .collect(Collectors.joining(";\n"));
    jdbc.execute(
        text,
        (PreparedStatement statement) -> {
          bind(statement, sent);
          statement.execute();
          for (int i = 0; i < sent.size(); i++) {
            if (i > 0) {
              statement.getMoreResults();
            }
            sent.get(i).read(statement);
          }
          return true;
        });
  }

  private static void bind(PreparedStatement statement, List<Step<?>> steps) throws SQLException {
    int position = 0;
    for (var step : steps) {
      for (var param : NamedParameterUtils.buildSqlParameterList(step.sql(), step.params())) {
        position++;
        StatementCreatorUtils.setParameterValue(
            statement, position, param, step.params().getValue(param.getName()));
      }
    }
  }
}
