package io.github.vpcep.peer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.huaweicloud.sdk.core.SdkResponse;
import com.huaweicloud.sdk.core.utils.JsonUtils;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the SDK has read of an answer, beside the bytes of that answer.
 *
 * @param unread the paths of the properties that the SDK passes over, as {@code connections[].description}
 */
record Decoded(Set<String> unread) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Compares; fails where the SDK has read another value than was sent. */
    static Decoded of(String sent, SdkResponse read) {
        Decoded decoded = new Decoded(new TreeSet<>());
        if (!sent.isEmpty()) {
            decoded.compare("", tree(sent), tree(JsonUtils.toJSON(read)));
        }
        return decoded;
    }

    private void compare(String path, JsonNode sent, JsonNode read) {
        if (read.isMissingNode() || (read.isNull() && !sent.isNull())) {
            unread.add(path);
        } else if (sent.isObject()) {
            sent.properties()
                    .forEach(each -> compare(below(path, each.getKey()), each.getValue(), read.path(each.getKey())));
        } else if (sent.isArray()) {
            assertThat(read.size()).as(path).isEqualTo(sent.size());
            for (int i = 0; i < sent.size(); i++) {
                compare(path + "[]", sent.get(i), read.get(i));
            }
        } else {
            assertThat(read).as(path).isEqualTo(sent);
        }
    }

    private static String below(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("No JSON: " + json, e);
        }
    }
}
