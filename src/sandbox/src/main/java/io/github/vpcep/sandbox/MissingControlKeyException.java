package io.github.vpcep.sandbox;

/** A sandbox was to listen where others can reach it, with a control API that asks for no key. */
public final class MissingControlKeyException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    MissingControlKeyException(String host) {
        super("The control API would be open to the network on " + host
                + "; set a key for it, by SandboxConfig.withControlKey, or switch it off, by withoutControl");
    }
}
