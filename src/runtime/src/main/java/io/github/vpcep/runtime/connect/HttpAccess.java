package io.github.vpcep.runtime.connect;

import io.github.vpcep.runtime.contract.Operation;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import okhttp3.Request;
import okhttp3.Response;

/**
 * What the engine's own requests are besides: the way for its credentials to call another server, such as IAM, over the
 * client's connections, proxy and trust, but without its credentials unless told so, and to wait no longer than the
 * call may.
 */
public interface HttpAccess {
    /** Returns the client that sends: the same for all its calls, and for no other's. */
    Object client();

    /**
     * Sends a request on a thread of its own, again and again as the client's retry policy says. It belongs to no call:
     * it ends with its own limit, or with the client.
     *
     * @param operation what it is
     * @param request what is sent; the headers that every request carries are added. One that is tagged with a
     *     {@link java.net.Proxy} goes through that in place of the client's; one that is tagged with credentials, and
     *     whose operation is not anonymous, is sent in their name
     * @param limit how long it may take, its tries and pauses included
     * @param reading makes something of the answer, whatever its status
     * @return fails with an {@link IOException}, or what the reading threw; cancelling it ends the request, and it is
     *     cancelled when the client ends
     */
    <T> CompletableFuture<T> send(Operation operation, Request request, Duration limit, Reading<T> reading);

    /**
     * Waits for something that the call needs, on the thread that sends it.
     *
     * @param what is waited for, in words, such as "a token"
     * @throws GivenUp if the call must end before, or the future is cancelled
     * @throws RuntimeException what the future failed with
     */
    <T> T await(CompletableFuture<T> future, String what);

    /** Makes something of an answer. */
    @FunctionalInterface
    interface Reading<T> {
        /** Reads the answer, whose body is in memory. */
        T of(Response response) throws IOException;
    }
}
