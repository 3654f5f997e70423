package io.github.vpcep.sandbox.domain;

import static io.github.vpcep.sandbox.domain.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.model.Endpoint;
import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.sandbox.store.StoredEndpoint;
import io.github.vpcep.sandbox.vpc.Subnet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AddressChoiceTest {
    /** Of 27 addresses for endpoints, from 2 on. */
    private static final Subnet SUBNET = new Subnet("net", "10.0.0.0/27");

    private final DomainContext context = new ServiceWorld().context;

    /** For an endpoint whose id has the hash 97, which leaves 16. */
    private static AddressChoice choice(@Nullable String wanted) {
        return new AddressChoice(SUBNET, wanted, "a");
    }

    private static List<String> hosts(int from, int to) {
        return IntStream.range(from, to).mapToObj(SUBNET::host).toList();
    }

    private String free(List<String> taken) {
        return context.write(unit -> {
            for (String ip : taken) {
                Endpoint document = Endpoint.builder()
                        .id(context.newId())
                        .markerId(unit.nextMarkerId())
                        .subnetId(SUBNET.id())
                        .ip(ip)
                        .build();
                unit.save(new StoredEndpoint(document, "d", "", false, null));
            }
            AddressChoice choice = choice(null);
            return choice.free(unit, unit.taken(SUBNET.id(), choice.candidates()));
        });
    }

    @Test
    void candidates_are16OfTheSubnet_fromAPlaceThatFollowsFromTheEndpoint() {
        assertThat(choice(null).candidates())
                .startsWith("10.0.0.18")
                .containsExactlyElementsOf(IntStream.range(16, 32)
                        .mapToObj(each -> SUBNET.host(each % 27))
                        .toList());
        assertThat(new AddressChoice(new Subnet("small", "10.0.0.0/28"), null, "a").candidates())
                .hasSize(11)
                .startsWith("10.0.0.11")
                .doesNotHaveDuplicates();
        assertThat(choice("10.0.0.9").candidates()).containsExactly("10.0.0.9");
    }

    @Test
    void free_isTheFirstThatNobodyHas() {
        assertThat(free(hosts(16, 18))).isEqualTo(SUBNET.host(18));
    }

    @Test
    void free_isFoundBehindTheCandidates_upToTheLast() {
        assertThat(free(IntStream.concat(IntStream.range(0, 5), IntStream.range(16, 27))
                        .mapToObj(SUBNET::host)
                        .toList()))
                .isEqualTo(SUBNET.host(5));
    }

    @Test
    void free_whenOneIsLeft_isThatOne_andThenNone() {
        assertThat(free(IntStream.range(0, 27)
                        .filter(each -> each != 15)
                        .mapToObj(SUBNET::host)
                        .toList()))
                .isEqualTo(SUBNET.host(15));
        assertRefused(ErrorCode.ENDPOINT_CREATION_FAILED, () -> free(hosts(15, 16)));
    }

    @Test
    void free_whenOneIsWanted_isThatOne_unlessSomebodyHasIt() {
        assertThat(context.<String>read(unit -> choice("10.0.0.9").free(unit, Set.of())))
                .isEqualTo("10.0.0.9");
        assertRefused(
                ErrorCode.PORT_IP_IN_USE,
                () -> context.<String>read(unit -> choice("10.0.0.9").free(unit, Set.of("10.0.0.9"))));
    }
}
