package io.github.vpcep.runtime.engine.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Random;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A buffer keeps its bytes in segments of 8 KiB. */
class HeldBytesTest {
    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8191, 8192, 8193, 100_000})
    void bytes_readInChunks_areThoseOfTheBuffer(int size) throws IOException {
        HeldBytes held = new HeldBytes(new Buffer().write(bytes(size)));
        Buffer read = new Buffer();
        byte[] into = new byte[1000];

        for (int count = held.read(into, 10, 900); count >= 0; count = held.read(into, 10, 900)) {
            read.write(into, 10, count);
        }

        assertThat(read.readByteArray()).isEqualTo(bytes(size));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8193})
    void bytes_readOneByOne_areThoseOfTheBuffer(int size) throws IOException {
        HeldBytes held = new HeldBytes(new Buffer().write(bytes(size)));

        for (byte each : bytes(size)) {
            assertThat((byte) held.read()).isEqualTo(each);
        }
        assertThat(held.read()).isEqualTo(-1);
        assertThat(held.read(new byte[3])).isEqualTo(-1);
        assertThat(held.read(new byte[0])).isZero();
    }

    @Test
    void reading_takesNothingFromTheBuffer() throws IOException {
        Buffer buffer = new Buffer().write(bytes(20_000));

        assertThat(new HeldBytes(buffer).readAllBytes()).hasSize(20_000);

        assertThat(buffer.readByteArray()).isEqualTo(bytes(20_000));
    }
}
