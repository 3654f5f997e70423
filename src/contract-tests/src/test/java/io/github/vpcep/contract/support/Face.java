package io.github.vpcep.contract.support;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.runtime.paging.AsyncPage;
import io.github.vpcep.runtime.paging.Page;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The two faces of the client. What holds for one is tested on both. */
public enum Face {
    SYNC {
        @Override
        public Object call(VpcepClient client, Call call) {
            return whole(call.sync().apply(client));
        }
    },
    ASYNC {
        @Override
        public Object call(VpcepClient client, Call call) {
            return whole(join(call.async().apply(client.async())));
        }
    };

    /** What a call without answer answers here. */
    public static final Object NOTHING = "nothing";

    /** Makes a call and waits for its answer; throws what the call throws. */
    public abstract Object call(VpcepClient client, Call call);

    /**
     * What both faces show of a page.
     *
     * @param items the items of this page
     * @param totalCount the number of items on all pages
     */
    public record Listing(List<?> items, int totalCount) {}

    /** A call that answers nothing, as one that does. */
    static Function<VpcepClient, Object> doing(Consumer<VpcepClient> call) {
        return client -> {
            call.accept(client);
            return NOTHING;
        };
    }

    private static Object whole(@Nullable Object answer) {
        if (answer instanceof Page<?> page) {
            return new Listing(page.items(), page.totalCount());
        }
        if (answer instanceof AsyncPage<?> page) {
            return new Listing(page.items(), page.totalCount());
        }
        return answer == null ? NOTHING : answer;
    }

    /** Waits for a future; throws what it fails with. */
    public static <T> T join(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException reason ? reason : e;
        }
    }
}
