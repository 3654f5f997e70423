package io.github.vpcep.peer.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.huaweicloud.sdk.core.ClientBuilder;
import com.huaweicloud.sdk.core.auth.BasicCredentials;
import com.huaweicloud.sdk.core.exception.ClientRequestException;
import com.huaweicloud.sdk.core.exception.ServerResponseException;
import com.huaweicloud.sdk.core.http.HttpConfig;
import com.huaweicloud.sdk.core.invoker.SyncInvoker;
import com.huaweicloud.sdk.vpcep.v1.VpcepAsyncClient;
import io.github.vpcep.sandbox.SandboxConfig;
import io.github.vpcep.sandbox.VpcepSandbox;
import io.github.vpcep.sandbox.auth.Account;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Both ways come to the same. */
class MigrationTest {
    private static final String VPC = "84758cf5-9c62-43ae-a778-3dbd8370c0a4";
    private static final String SUBNET = "68bfbcc1-dff2-47e4-a9d4-332b9bc1b8de";
    private static final String PORT = "6d4a0f2e-58c1-4a0b-9d3e-2f7c1b8e6a05";

    @RegisterExtension
    static final VpcepSandbox sandbox = VpcepSandbox.inMemory();

    private final Account account = SandboxConfig.DEMO;
    private final String address = sandbox.uri().toString();

    @Test
    void vendorsWay_goesThroughAllTasks() {
        Before before =
                new Before(Before.client(account.accessKey(), account.secretKey(), account.projectId(), address));

        String service = before.createService(VPC, PORT);
        String endpoint = before.connect(service, VPC, SUBNET);
        before.accept(service, endpoint);

        assertThat(before.waitUntilAccepted(endpoint)).startsWith("10.");
        assertThat(before.listAll()).containsExactly(endpoint);
        before.tag(endpoint);
        assertThat(before.delete(endpoint)).isTrue();
        assertThat(before.delete(endpoint)).isFalse();
    }

    @Test
    void ourWay_goesThroughAllTasks() {
        try (var client = After.client(account.accessKey(), account.secretKey(), account.projectId(), address)) {
            After after = new After(client);
            String service = after.createService(VPC, PORT);
            String endpoint = after.connect(service, VPC, SUBNET);
            after.accept(service, endpoint);

            assertThat(after.waitUntilAccepted(endpoint)).startsWith("10.");
            assertThat(after.listAll()).containsExactly(endpoint);
            after.tag(endpoint);
            assertThat(after.delete(endpoint)).isTrue();
            assertThat(after.delete(endpoint)).isFalse();
        }
    }

    /**
     * The left column of the guide's table names what the SDK has; that is not on the class path of the pages' test.
     */
    @Test
    void namesOfTheSdk_thatTheGuideTells_areThere() throws Exception {
        Set<String> there = Stream.of(
                        BasicCredentials.class,
                        ClientBuilder.class,
                        ClientRequestException.class,
                        ServerResponseException.class,
                        HttpConfig.class,
                        SyncInvoker.class,
                        VpcepAsyncClient.class)
                .flatMap(type -> Stream.concat(
                        Stream.of(type.getSimpleName()),
                        Stream.of(type.getMethods()).map(Method::getName)))
                .collect(Collectors.toSet());
        String guide = Files.readString(Path.of("../docs/guides/vendor-sdk.md"));

        assertThat(Pattern.compile("(?m)^\\| ([^|]*`[^|]*) \\|")
                        .matcher(guide)
                        .results()
                        .flatMap(cell -> Pattern.compile("`(\\w+)")
                                .matcher(cell.group(1))
                                .results())
                        .map(name -> name.group(1)))
                .hasSizeGreaterThan(7)
                .isSubsetOf(there);
    }
}
