package io.github.vpcep.sandbox;

import io.github.vpcep.sandbox.auth.Account;
import io.github.vpcep.sandbox.auth.Accounts;
import io.github.vpcep.sandbox.domain.PublicService;
import io.github.vpcep.sandbox.domain.PublicServices;
import io.github.vpcep.sandbox.domain.Settings;
import io.github.vpcep.sandbox.vpc.Vpc;
import io.github.vpcep.sandbox.vpc.Vpcs;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How a sandbox is set up: the {@linkplain #standard() standard}, and what differs from it. Immutable. */
public final class SandboxConfig {
    /** The account that is there unless others are configured. */
    public static final Account DEMO = Account.builder()
            .domainId("6e9dfd51d1124e8d8498dce894923a0d")
            .projectId("295dacf46a4842fcbf7844dc2dc2489d")
            .accessKey("DEMOACCESSKEY0000001", "demo-secret-key-of-the-sandbox-0000000001")
            .token("demo-token")
            .user("demo", "demo-password")
            .build();

    /** A second account, for what takes two: whitelists, connections, tenancy. */
    public static final Account PARTNER = Account.builder()
            .domainId("4dbb0ce8766f44a9bfd08ccf8fc02397")
            .projectId("7d3f9a1c5e2b4086b1f0a6d48c27e953")
            .accessKey("DEMOACCESSKEY0000002", "demo-secret-key-of-the-sandbox-0000000002")
            .token("partner-token")
            .user("partner", "partner-password")
            .build();

    private final Parts parts;

    private SandboxConfig(Parts parts) {
        this.parts = parts;
    }

    /** Loopback, a free port, both demo accounts, the documented figures and public services. */
    public static SandboxConfig standard() {
        return new SandboxConfig(new Parts());
    }

    /**
     * The {@linkplain #standard() standard} set-up, but for what a file of JSON says. All keys may be left out, but for
     * the first five of an account and the ids of VPCs and of what they hold. The figures here are the standard ones,
     * but there are no VPCs and no metadata service; the delays are ISO 8601 durations; what is strict:
     * {@link Settings#strict}. What VPCs, subnets and so on are: {@link Vpc}.
     *
     * <pre>{@code
     * {
     *   "region": "cn-north-4",
     *   "strict": false,
     *   "accounts": [
     *     {"domain_id": "…", "project_id": "…", "access_key": "…", "secret_key": "…", "token": "…",
     *      "user_name": "…", "password": "…"}
     *   ],
     *   "quotas": {"endpoint_services": 20, "endpoints": 50},
     *   "limits": {"port_mappings": 200, "whitelist_records": 1000, "whitelist_batch": 50,
     *              "endpoint_whitelist": 60, "description_length": 512},
     *   "public_services": [
     *     {"name": "dns", "type": "interface", "charged": true},
     *     {"name": "obs", "type": "gateway", "charged": false}
     *   ],
     *   "vpcs": [
     *     {"id": "…", "project_id": "…",
     *      "subnets": [{"id": "…", "cidr": "192.168.0.0/24"}],
     *      "ports": [{"id": "…", "load_balancer": "shared", "max_services": 5}],
     *      "route_tables": [{"id": "…", "default": true}]}
     *   ],
     *   "delays": {"endpoint_services": "PT0S", "endpoints": "PT0S"},
     *   "control": {"on": true, "key": "…"},
     *   "metadata": {"port": 0}
     * }
     * }</pre>
     *
     * @throws IllegalArgumentException if the file holds something else; the message says where and what is allowed
     * @throws java.io.UncheckedIOException if it cannot be read
     */
    public static SandboxConfig fromFile(Path file) {
        return ConfigFile.read(file);
    }

    /** The address that it listens on. */
    public String host() {
        return parts.host;
    }

    /** The port, 0 for a free one. */
    public int port() {
        return parts.port;
    }

    /** Who may call; the first is the one that the sandbox's own client uses. */
    public Accounts accounts() {
        return parts.accounts;
    }

    /** What the documents leave to the installation. */
    public Settings settings() {
        return parts.settings;
    }

    /** The services that the operator offers to everybody. */
    public List<PublicService> publicServices() {
        return parts.publicServices;
    }

    /** The VPCs that there are, with what they hold; none: any id is taken for one. */
    public Vpcs vpcs() {
        return parts.vpcs;
    }

    /** A file of the resources that it begins with, each time that it begins anew; null for none. */
    public @Nullable Path seed() {
        return parts.seed;
    }

    /** Whether there is the control API. */
    public boolean control() {
        return parts.control;
    }

    /** What callers of the control API have to send; null for nothing. */
    @Nullable
    String controlKey() {
        return parts.controlKey;
    }

    /** The port of the metadata service, 0 for a free one; empty when there is none. */
    public OptionalInt metadataPort() {
        return parts.metadataPort;
    }

    /** How it speaks HTTPS; null for HTTP. */
    @Nullable
    Tls tls() {
        return parts.tls;
    }

    /** This one with another address. */
    public SandboxConfig withHost(String other) {
        Objects.requireNonNull(other, "host");
        return with(changed -> changed.host = other);
    }

    /**
     * This one with another port.
     *
     * @param other 0 for a free one
     * @throws IllegalArgumentException unless it is 0 to 65535
     */
    public SandboxConfig withPort(int other) {
        requirePort(other);
        return with(changed -> changed.port = other);
    }

    private static void requirePort(int port) {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port is " + port + "; allowed are 0 to 65535");
        }
    }

    /**
     * This one with other accounts.
     *
     * @throws IllegalArgumentException if there is none, a project or token occurs twice, or one access key in two
     *     accounts
     */
    public SandboxConfig withAccounts(Account... others) {
        if (others.length == 0) {
            throw new IllegalArgumentException("A sandbox needs an account");
        }
        Accounts all = Accounts.of(others);
        return with(changed -> changed.accounts = all);
    }

    /** This one with other settings. */
    public SandboxConfig withSettings(Settings others) {
        Objects.requireNonNull(others, "settings");
        return with(changed -> changed.settings = others);
    }

    /** This one that refuses requests with properties or parameters which the contract does not have. */
    public SandboxConfig withStrictRequests() {
        return withSettings(settings().toBuilder().strict(true).build());
    }

    /** This one with other public services. */
    public SandboxConfig withPublicServices(PublicService... others) {
        List<PublicService> all = List.of(others);
        return with(changed -> changed.publicServices = all);
    }

    /**
     * This one with VPCs: what requests name of the VPC service then has to be there.
     *
     * @throws IllegalArgumentException if two of them, or of their subnets, ports or route tables, have one id
     */
    public SandboxConfig withVpcs(Vpc... others) {
        Vpcs all = Vpcs.of(List.of(others));
        return with(changed -> changed.vpcs = all);
    }

    /**
     * This one with resources that are there whenever the sandbox begins without any, be it at its start or after a
     * reset. A state that was kept is left as it is.
     *
     * @param file in the form that {@link VpcepSandbox#seed} reads; a fault in it keeps the sandbox from starting
     */
    public SandboxConfig withSeed(Path file) {
        Objects.requireNonNull(file, "seed");
        return with(changed -> changed.seed = file);
    }

    /**
     * This one with HTTPS, and a certificate that is made at the start. {@link VpcepSandbox#client} trusts it; others
     * find it with {@link VpcepSandbox#writeCertificate} or {@link VpcepSandbox#sslContext}.
     */
    public SandboxConfig withTls() {
        return with(changed -> changed.tls = Tls.SELF_MADE);
    }

    /**
     * This one with HTTPS, and the certificate of a key store.
     *
     * @param keyStore a file of PKCS#12 or of Java's own kind; one that cannot be used keeps the sandbox from starting
     * @param password of the file and of its key
     */
    public SandboxConfig withTls(Path keyStore, String password) {
        return with(changed -> changed.tls = new Tls(keyStore, password));
    }

    /** This one without the control API: it can be steered from within this JVM only. */
    public SandboxConfig withoutControl() {
        return with(changed -> changed.control = false);
    }

    /**
     * This one with a control API whose callers have to send a key, in the header {@code X-Sandbox-Key}. On another
     * address than a loopback one a sandbox with a control API does not start without.
     *
     * @param key 16 visible characters of ASCII at least
     * @throws IllegalArgumentException if it is another text
     */
    public SandboxConfig withControlKey(String key) {
        if (!key.matches("[!-~]{16,}")) {
            throw new IllegalArgumentException("key has to be of 16 visible characters of ASCII at least");
        }
        return with(changed -> {
            changed.control = true;
            changed.controlKey = key;
        });
    }

    /**
     * This one with a metadata service, as a cloud server has it: on a loopback address, whatever the sandbox listens
     * on, it gives out temporary keys of the first account to whoever asks. {@link VpcepSandbox#metadataUri} is its
     * address.
     *
     * @param port 0 for a free one
     * @throws IllegalArgumentException unless it is 0 to 65535
     */
    public SandboxConfig withMetadata(int port) {
        requirePort(port);
        return with(changed -> changed.metadataPort = OptionalInt.of(port));
    }

    /** Without secrets. */
    @Override
    public String toString() {
        return "SandboxConfig[host=" + host() + ", port=" + port() + ", accounts="
                + accounts().all() + ", settings="
                + settings() + ", publicServices=" + publicServices() + ", vpcs=" + vpcs().all() + ", seed=" + seed()
                + ", tls=" + tls() + ", control=" + control() + ", metadataPort=" + metadataPort() + "]";
    }

    private SandboxConfig with(Consumer<Parts> change) {
        Parts changed = parts.copy();
        change.accept(changed);
        return new SandboxConfig(changed);
    }

    /** What it is made of; not changed any more once there is a set-up of it. */
    private static final class Parts implements Cloneable {
        private String host = "127.0.0.1";
        private int port;
        private Accounts accounts = Accounts.of(DEMO, PARTNER);
        private Settings settings = Settings.standard();
        private List<PublicService> publicServices = PublicServices.DOCUMENTED;
        private Vpcs vpcs = Vpcs.ANY;
        private @Nullable Path seed;
        private @Nullable Tls tls;
        private OptionalInt metadataPort = OptionalInt.empty();
        private boolean control = true;
        private @Nullable String controlKey;

        private Parts copy() {
            try {
                return (Parts) clone();
            } catch (CloneNotSupportedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
