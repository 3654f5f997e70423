package io.github.vpcep.router;

import java.util.List;
import java.util.function.Function;

/** A parameter that may be sent several times. */
public final class RawParameters {
    private final String name;
    private final List<String> texts;
    private final boolean bounded;

    RawParameters(String name, List<String> texts, boolean bounded) {
        this.name = name;
        this.texts = texts;
        this.bounded = bounded;
    }

    /**
     * As a list, absent when it was not sent.
     *
     * @param item reads one of its items
     */
    public <T> Parameter<List<T>> list(Function<RawParameter, T> item) {
        return new Parameter<>(
                name,
                texts.isEmpty()
                        ? null
                        : texts.stream()
                                .map(each -> item.apply(new RawParameter(name, each, bounded)))
                                .toList(),
                bounded);
    }
}
