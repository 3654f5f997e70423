package io.github.vpcep.contract.facade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.runtime.contract.RuntimeVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The generated client beside a runtime of another version. */
class VersionsTest {
    private static final String OTHER = "9" + RuntimeVersion.VERSION.substring(1);

    /** The client's classes as they are, and the runtime's version changed in its class file. */
    private static final class OtherRuntime extends ClassLoader {
        OtherRuntime() {
            super(VpcepClient.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            boolean isVersion = name.equals(RuntimeVersion.class.getName());
            if (!isVersion && !name.startsWith(VpcepClient.class.getPackageName() + ".")) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            byte[] bytes = bytes(name);
            if (isVersion) {
                // Of the same length, so that the constant pool stays whole.
                bytes = new String(bytes, StandardCharsets.ISO_8859_1)
                        .replace(RuntimeVersion.VERSION, OTHER)
                        .getBytes(StandardCharsets.ISO_8859_1);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }

        private static byte[] bytes(String name) throws ClassNotFoundException {
            try (InputStream in = VpcepClient.class.getResourceAsStream("/" + name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                return in.readAllBytes();
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    @Test
    void builder_besideARuntimeOfAnotherVersion_saysSoInASentence() throws Exception {
        Class<?> client = new OtherRuntime().loadClass(VpcepClient.class.getName());
        assertThat(client).isNotSameAs(VpcepClient.class);
        assertThatThrownBy(() -> client.getMethod("builder").invoke(null))
                .hasRootCauseInstanceOf(IllegalStateException.class)
                .rootCause()
                .hasMessageStartingWith("The client was built with vpcep-runtime " + RuntimeVersion.VERSION
                        + " and does not go with vpcep-runtime " + OTHER);
    }
}
