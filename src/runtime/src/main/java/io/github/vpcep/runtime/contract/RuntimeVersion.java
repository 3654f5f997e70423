package io.github.vpcep.runtime.contract;

import java.security.CodeSource;

/**
 * Which clients this runtime goes with. A generated client asks {@code RuntimeVersion.require(RuntimeVersion.VERSION)}
 * before anything else: its compiler has put the version that it was built with into it.
 */
public final class RuntimeVersion {
    /** The version of this runtime; a constant, so that the class files of those who name it keep the one they saw. */
    public static final String VERSION = "0.1.0";

    private RuntimeVersion() {}

    /**
     * Does nothing if a client that was built with a version of the runtime goes with this one: of the same major
     * version, while that is 0 of the same minor version as well, and not newer than this one.
     *
     * @param built the version that the client was built with
     * @throws IllegalStateException if it does not; the message names both versions and where this one was found
     */
    public static void require(String built) {
        if (!goesWith(numbers(built), numbers(VERSION))) {
            throw new IllegalStateException("The client was built with vpcep-runtime " + built
                    + " and does not go with vpcep-runtime " + VERSION + place()
                    + ": use jars of one version, by the same version of vpcep-client and vpcep-runtime");
        }
    }

    static boolean goesWith(int[] built, int[] present) {
        if (built[0] != present[0] || (built[0] == 0 && built[1] != present[1])) {
            return false;
        }
        return built[1] < present[1] || (built[1] == present[1] && built[2] <= present[2]);
    }

    static int[] numbers(String version) {
        String[] parts = version.split("\\.", -1);
        return new int[] {Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2])};
    }

    private static String place() {
        CodeSource source = RuntimeVersion.class.getProtectionDomain().getCodeSource();
        return source == null || source.getLocation() == null ? "" : ", which is loaded from " + source.getLocation();
    }
}
