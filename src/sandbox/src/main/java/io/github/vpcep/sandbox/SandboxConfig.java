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
import org.jspecify.annotations.Nullable;

/**
 * How a sandbox is set up. Immutable.
 *
 * @param host the address that it listens on
 * @param port the port, 0 for a free one
 * @param accounts who may call; the first is the one that the sandbox's own client uses
 * @param settings what the documents leave to the installation
 * @param publicServices the services that the operator offers to everybody
 * @param vpcs the VPCs that there are, with what they hold; none: any id is taken for one
 * @param seed a file of the resources that it begins with, each time that it begins anew; null for none
 * @param tls how it speaks HTTPS; null for HTTP
 */
public record SandboxConfig(
        String host,
        int port,
        Accounts accounts,
        Settings settings,
        List<PublicService> publicServices,
        Vpcs vpcs,
        @Nullable Path seed,
        @Nullable Tls tls) {
    /** The account that is there unless others are configured. */
    public static final Account DEMO = new Account(
            "6e9dfd51d1124e8d8498dce894923a0d",
            "295dacf46a4842fcbf7844dc2dc2489d",
            "DEMOACCESSKEY0000001",
            "demo-secret-key-of-the-sandbox-0000000001",
            "demo-token",
            "demo",
            "demo-password");

    /** A second account, for what takes two: whitelists, connections, tenancy. */
    public static final Account PARTNER = new Account(
            "4dbb0ce8766f44a9bfd08ccf8fc02397",
            "7d3f9a1c5e2b4086b1f0a6d48c27e953",
            "DEMOACCESSKEY0000002",
            "demo-secret-key-of-the-sandbox-0000000002",
            "partner-token",
            "partner",
            "partner-password");

    /** Refuses what could never start. */
    public SandboxConfig {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(settings, "settings");
        Objects.requireNonNull(vpcs, "vpcs");
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port is " + port + "; allowed are 0 to 65535");
        }
        if (accounts.all().isEmpty()) {
            throw new IllegalArgumentException("A sandbox needs an account");
        }
        publicServices = List.copyOf(publicServices);
    }

    /** Loopback, a free port, both demo accounts, the documented figures and public services. */
    public static SandboxConfig standard() {
        return new SandboxConfig(
                "127.0.0.1",
                0,
                Accounts.of(DEMO, PARTNER),
                Settings.standard(),
                PublicServices.DOCUMENTED,
                Vpcs.ANY,
                null,
                null);
    }

    /**
     * The {@linkplain #standard() standard} set-up, but for what a file of JSON says. All keys may be left out, but for
     * the first five of an account and the ids of VPCs and of what they hold. The figures here are the standard ones,
     * but there are no VPCs; the delays are ISO 8601 durations. What VPCs, subnets and so on are: {@link Vpc}.
     *
     * <pre>{@code
     * {
     *   "region": "cn-north-4",
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
     *   "delays": {"endpoint_services": "PT0S", "endpoints": "PT0S"}
     * }
     * }</pre>
     *
     * @throws IllegalArgumentException if the file holds something else; the message says where and what is allowed
     * @throws java.io.UncheckedIOException if it cannot be read
     */
    public static SandboxConfig fromFile(Path file) {
        return ConfigFile.read(file);
    }

    /** This one with another address. */
    public SandboxConfig withHost(String other) {
        return new SandboxConfig(other, port, accounts, settings, publicServices, vpcs, seed, tls);
    }

    /** This one with another port. */
    public SandboxConfig withPort(int other) {
        return new SandboxConfig(host, other, accounts, settings, publicServices, vpcs, seed, tls);
    }

    /** This one with other accounts. */
    public SandboxConfig withAccounts(Account... others) {
        return new SandboxConfig(host, port, Accounts.of(List.of(others)), settings, publicServices, vpcs, seed, tls);
    }

    /** This one with other settings. */
    public SandboxConfig withSettings(Settings others) {
        return new SandboxConfig(host, port, accounts, others, publicServices, vpcs, seed, tls);
    }

    /** This one with other public services. */
    public SandboxConfig withPublicServices(PublicService... others) {
        return new SandboxConfig(host, port, accounts, settings, List.of(others), vpcs, seed, tls);
    }

    /** This one with VPCs: what requests name of the VPC service then has to be there. */
    public SandboxConfig withVpcs(Vpc... others) {
        return new SandboxConfig(host, port, accounts, settings, publicServices, Vpcs.of(List.of(others)), seed, tls);
    }

    /**
     * This one with resources that are there whenever the sandbox begins without any, be it at its start or after a
     * reset. A state that was kept is left as it is.
     *
     * @param file in the form that {@link VpcepSandbox#seed} reads; a fault in it keeps the sandbox from starting
     */
    public SandboxConfig withSeed(Path file) {
        return new SandboxConfig(host, port, accounts, settings, publicServices, vpcs, file, tls);
    }

    /**
     * This one with HTTPS, and a certificate that is made at the start. {@link VpcepSandbox#client} trusts it; others
     * find it with {@link VpcepSandbox#writeCertificate} or {@link VpcepSandbox#sslContext}.
     */
    public SandboxConfig withTls() {
        return withTls(Tls.SELF_MADE);
    }

    /**
     * This one with HTTPS, and the certificate of a key store.
     *
     * @param keyStore a file of PKCS#12 or of Java's own kind; one that cannot be used keeps the sandbox from starting
     * @param password of the file and of its key
     */
    public SandboxConfig withTls(Path keyStore, String password) {
        return withTls(new Tls(keyStore, password));
    }

    private SandboxConfig withTls(Tls other) {
        return new SandboxConfig(host, port, accounts, settings, publicServices, vpcs, seed, other);
    }
}
