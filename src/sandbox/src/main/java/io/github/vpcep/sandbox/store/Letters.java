package io.github.vpcep.sandbox.store;

/** Texts that are looked for in any letter case: one rule for all stores, as those of databases and of Java differ. */
public final class Letters {
    private Letters() {}

    /** The text with all its letters in one case, of as many characters. */
    public static String inOneCase(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        text.codePoints()
                .map(each -> Character.toLowerCase(Character.toUpperCase(each)))
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }
}
