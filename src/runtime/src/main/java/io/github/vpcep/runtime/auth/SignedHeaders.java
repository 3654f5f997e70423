package io.github.vpcep.runtime.auth;

import java.util.Arrays;

/** The headers that a signature covers, by lower-case name and in its order. Few, so kept in two arrays. */
final class SignedHeaders {
    private String[] names = new String[8];
    private String[] values = new String[8];
    private int size;

    /** Adds a header, or replaces the one of the name, which is in lower case. */
    void put(String name, String value) {
        int at = size;
        while (at > 0 && names[at - 1].compareTo(name) > 0) {
            at--;
        }
        if (at > 0 && names[at - 1].equals(name)) {
            values[at - 1] = value;
            return;
        }
        if (size == names.length) {
            names = Arrays.copyOf(names, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        System.arraycopy(names, at, names, at + 1, size - at);
        System.arraycopy(values, at, values, at + 1, size - at);
        names[at] = name;
        values[at] = value;
        size++;
    }

    /** Returns the names as a signature lists them. */
    String names() {
        StringBuilder list = new StringBuilder(64);
        for (int i = 0; i < size; i++) {
            list.append(i == 0 ? "" : ";").append(names[i]);
        }
        return list.toString();
    }

    /** Writes a line for each. */
    void writeTo(StringBuilder text) {
        for (int i = 0; i < size; i++) {
            text.append(names[i]).append(':').append(values[i]).append('\n');
        }
    }
}
