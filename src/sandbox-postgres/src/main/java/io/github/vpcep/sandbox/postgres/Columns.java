package io.github.vpcep.sandbox.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.github.vpcep.json.VpcepJson;
import io.github.vpcep.sandbox.store.Due;
import io.github.vpcep.sandbox.store.Letters;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How values stand in columns. */
final class Columns {
    private static final ObjectMapper MAPPER = VpcepJson.mapper();

    /** Escaped, any text can be kept: PostgreSQL takes neither NUL nor a half surrogate pair. */
    private static final ObjectWriter WRITER = MAPPER.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);

    private Columns() {}

    /** The first column. */
    static int number(ResultSet row) throws SQLException {
        return row.getInt(1);
    }

    static String json(Object value) {
        try {
            return WRITER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A document that cannot be written", e);
        }
    }

    static <T> T read(ResultSet row, String column, Class<T> type) throws SQLException {
        try {
            return MAPPER.readValue(row.getString(column), type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored document that cannot be read", e);
        }
    }

    static BigDecimal seconds(Instant time) {
        BigDecimal nanos = new BigDecimal(BigInteger.valueOf(time.getNano()), 9);
        return BigDecimal.valueOf(time.getEpochSecond()).add(nanos);
    }

    /** What has no time is older than everything. */
    static BigDecimal sortable(@Nullable Instant time) {
        return seconds(time == null ? Instant.EPOCH : time);
    }

    /** The time of a change of state, null for none. */
    static @Nullable BigDecimal dueAt(@Nullable Due due) {
        return due == null ? null : seconds(due.at());
    }

    /** The state that it leads to, null for none. */
    static @Nullable String dueStatus(@Nullable Due due) {
        return due == null ? null : due.status();
    }

    static Instant time(BigDecimal seconds) {
        BigDecimal[] parts = seconds.divideAndRemainder(BigDecimal.ONE);
        return Instant.ofEpochSecond(
                parts[0].longValue(), parts[1].movePointRight(9).longValue());
    }

    static @Nullable Due due(ResultSet row) throws SQLException {
        BigDecimal at = row.getBigDecimal("due_at");
        return at == null ? null : new Due(time(at), row.getString("due_status"));
    }

    static @Nullable String inOneCase(@Nullable String text) {
        return text == null ? null : Letters.inOneCase(text);
    }

    /** Those of these texts that a column can hold. */
    static List<String> searchable(Collection<String> texts) {
        return texts.stream().filter(each -> searchable(each) != null).toList();
    }

    /** The text to look for, or null, which finds nothing, when no column can hold it. */
    static @Nullable String searchable(String text) {
        boolean isKept =
                text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
        return isKept ? text : null;
    }
}
