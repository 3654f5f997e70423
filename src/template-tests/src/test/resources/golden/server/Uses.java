package io.github.vpcep.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.model.Car;
import io.github.vpcep.model.CarList;
import io.github.vpcep.model.Colour;
import io.github.vpcep.model.Kind;
import io.github.vpcep.server.CarsApi;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.lang.reflect.Proxy;
import java.util.List;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** What a validator finds in requests, on either side of the bounds. */
public final class Uses {
    private static final Car CAR = Car.builder().id("a").build();
    private static final CarList CARS = CarList.builder().cars(List.of(CAR)).build();

    private static final Validator VALIDATOR = Validation.byProvider(HibernateValidator.class)
            .configure()
            .externalClassLoader(Uses.class.getClassLoader())
            .messageInterpolator(new ParameterMessageInterpolator())
            .addMapping(Uses.class.getResourceAsStream("/META-INF/vpcep/constraints.xml"))
            .buildValidatorFactory()
            .getValidator();

    private Uses() {}

    private static List<String> faults(Object value) {
        return VALIDATOR.validate(value).stream()
                .map(each -> each.getPropertyPath() + " " + each.getMessage())
                .sorted()
                .toList();
    }

    private static List<String> faults(String method, Object... arguments) {
        CarsApi api = (CarsApi) Proxy.newProxyInstance(
                CarsApi.class.getClassLoader(), new Class<?>[] {CarsApi.class}, (proxy, called, given) -> null);
        for (var each : CarsApi.class.getMethods()) {
            if (each.getName().equals(method)) {
                return VALIDATOR.forExecutables().validateParameters(api, each, arguments).stream()
                        .map(fault -> fault.getPropertyPath() + " " + fault.getMessage())
                        .sorted()
                        .toList();
            }
        }
        throw new AssertionError("No method " + method);
    }

    public static void parametersWithinTheBoundsAreFine() {
        assertThat(faults("list", "p", "o", 1, 0L, "", Colour.RED)).isEmpty();
        assertThat(faults("list", "p", "o", 1000, null, null, null)).isEmpty();
        assertThat(faults("deleteCar", "p", "a")).isEmpty();
        assertThat(faults("add", "p", CARS)).isEmpty();
    }

    public static void parametersOutsideTheBoundsAreNot() {
        assertThat(faults("list", "", "", 0, -1L, "x".repeat(65), Colour.fromString("pink")))
                .containsExactly(
                        "list.colour.known must be one of \"red\", \"blue\"",
                        "list.id size must be at most 64",
                        "list.limit must be greater than or equal to 1",
                        "list.offset must be greater than or equal to 0",
                        "list.owner size must be at least 1",
                        "list.projectId size must be between 1 and 64");
        assertThat(faults("list", "P", null, 1001, null, null, null))
                .containsExactly(
                        "list.limit must be less than or equal to 1000",
                        "list.owner must not be null",
                        "list.projectId must match \"^[a-z0-9]*$\"");
        assertThat(faults("add", "p", null)).containsExactly("add.body must not be null");
    }

    public static void enumerationsInThePathAreChecked() {
        assertThat(faults("deleteCars", "p", Colour.RED, Kind.SMALL)).isEmpty();
        assertThat(faults("deleteCars", "p", Colour.fromString("pink"), Kind.fromString("")))
                .containsExactly(
                        "deleteCars.colour.known must be one of \"red\", \"blue\"",
                        "deleteCars.kind.known must be one of \"small\", \"large\"");
    }

    public static void bodyIsCheckedInDepth() {
        Car bad = Car.builder()
                .id("<>")
                .seats(10)
                .colour(Colour.fromString("pink"))
                .names(List.of("", "b", "c", "d"))
                .build();

        assertThat(faults(CarList.builder().cars(List.of(CAR, bad)).build()))
                .containsExactly(
                        "cars[1].colour.known must be one of \"red\", \"blue\"",
                        "cars[1].id must match \"^[^<>&]*$\"",
                        "cars[1].names size must be at most 3",
                        "cars[1].names[0].<list element> size must be at least 1",
                        "cars[1].seats must be less than or equal to 9");
        assertThat(faults(CarList.builder().cars(List.of()).build()))
                .containsExactly("cars size must be at least 1");
        assertThat(faults("add", "p", CarList.builder().cars(List.of()).build()))
                .containsExactly("add.body.cars size must be at least 1");
    }

    public static void bodyWithinTheBoundsIsFine() {
        assertThat(faults(CARS)).isEmpty();
        assertThat(faults(CAR.toBuilder()
                        .seats(9)
                        .colour(Colour.BLUE)
                        .names(List.of("n"))
                        .build()))
                .isEmpty();
    }
}
