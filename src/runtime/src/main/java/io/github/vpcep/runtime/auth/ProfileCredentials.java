package io.github.vpcep.runtime.auth;

import io.github.vpcep.runtime.ground.Arguments;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a credentials file of the vendor's tools gives: an access key and, perhaps, a project. */
final class ProfileCredentials implements Credentials {
    private static final String FILE = "HUAWEICLOUD_SDK_CREDENTIALS_FILE";
    /** The section for services of a project; that of an account is {@code global}. */
    private static final String SECTION = "basic";

    private final Credentials found;
    private final @Nullable String projectId;

    private ProfileCredentials(Credentials found, @Nullable String projectId) {
        this.found = found;
        this.projectId = projectId;
    }

    /** Returns the file that a variable names, else the one in the user's home. */
    static Path file(Map<String, String> variables, Path home) {
        String named = variables.get(FILE);
        return named == null || named.isBlank() ? home.resolve(".huaweicloud").resolve("credentials") : Path.of(named);
    }

    /**
     * Reads a file.
     *
     * @throws IllegalStateException if there is no such file, or it cannot be used
     */
    static ProfileCredentials of(Path file) {
        ProfileCredentials found = find(file);
        if (found == null) {
            throw new IllegalStateException("The credentials file " + file + " does not exist");
        }
        return found;
    }

    /** Reads a file, or returns null if there is none. */
    static @Nullable ProfileCredentials find(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            return null;
        } catch (CharacterCodingException e) {
            // Not the cause: nothing of it helps.
            throw bad(file, "is not text in UTF-8");
        } catch (IOException e) {
            throw new IllegalStateException("The credentials file " + file + " cannot be read: " + e, e);
        }
        Map<String, String> values = section(file, lines);
        if (values == null) {
            throw bad(file, "has no section [" + SECTION + "]");
        }
        String ak = values.get("ak");
        String sk = values.get("sk");
        if (ak == null || sk == null) {
            String missing = ak == null ? "ak" : "sk";
            throw bad(file, "has no " + missing + " in section [" + SECTION + "]");
        }
        String securityToken = values.get("security_token");
        String projectId = values.get("project_id");
        try {
            return new ProfileCredentials(
                    securityToken == null
                            ? Credentials.accessKey(ak, sk)
                            : Credentials.accessKey(ak, sk, securityToken),
                    projectId == null ? null : Arguments.requireId(projectId, "project_id"));
        } catch (IllegalArgumentException e) {
            throw bad(file, "cannot be used: " + e.getMessage());
        }
    }

    /** Returns what the section says, null if it is not there; of a name that is there twice, the last. */
    private static @Nullable Map<String, String> section(Path file, List<String> lines) {
        Map<String, String> values = null;
        String section = null;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (i == 0 && line.startsWith("\uFEFF")) {
                line = line.substring(1);
            }
            int equals = line.indexOf('=');
            if (line.isEmpty() || line.startsWith("#") || line.startsWith(";")) {
                continue;
            }
            if (line.startsWith("[") && line.endsWith("]")) {
                section = line.substring(1, line.length() - 1).strip();
                if (section.equals(SECTION) && values == null) {
                    values = new HashMap<>();
                }
            } else if (equals < 1 || section == null) {
                // Not repeated: it may be a key that came into the wrong line.
                throw bad(
                        file,
                        "has in line " + (i + 1)
                                + (equals < 1
                                        ? " neither a [section] nor name = value"
                                        : " a value before the first [section]"));
            } else if (section.equals(SECTION) && values != null) {
                String value = line.substring(equals + 1).strip();
                String name = line.substring(0, equals).strip();
                if (value.isEmpty()) {
                    values.remove(name);
                } else {
                    values.put(name, value);
                }
            }
        }
        return values;
    }

    private static IllegalStateException bad(Path file, String what) {
        return new IllegalStateException("The credentials file " + file + " " + what);
    }

    @Override
    public @Nullable String projectId() {
        return projectId;
    }

    @Override
    public Map<String, String> headers(OutgoingRequest request) {
        return found.headers(request);
    }

    @Override
    public String toString() {
        return "Credentials.fromProfile(***)";
    }
}
