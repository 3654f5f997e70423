package io.github.vpcep.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.vpcep.generator.View.Argument;
import io.github.vpcep.generator.View.Call;
import io.github.vpcep.generator.View.Face;
import io.github.vpcep.generator.View.Operation;
import io.github.vpcep.generator.View.Page;
import io.github.vpcep.generator.View.Pages;
import io.github.vpcep.generator.View.Stands;
import io.github.vpcep.generator.View.Wait;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The calls that an operation becomes: what they take, what they give, and how they are made. */
class CallsTest {
    private static final String SCHEMAS = """
            State: {type: string, enum: [parked, moving, lost]}
            Problem: {type: object, properties: {text: {type: string}}}
            Tag:
              type: object
              required: [key]
              properties: {key: {type: string, description: The key.}, value: {type: string, description: The value.}}
            Colour: {type: object, properties: {paint: {type: string, description: The paint.}}}
            Car:
              type: object
              required: [car_id, seats, state]
              properties:
                car_id: {type: string}
                seats: {type: integer, format: int32}
                state: {$ref: '#/components/schemas/State'}
                problem: {$ref: '#/components/schemas/Problem'}
            CarList:
              type: object
              properties:
                cars: {type: array, items: {$ref: '#/components/schemas/Car'}}
                total_count: {type: integer, format: int32}
            CarQuery:
              type: object
              properties:
                limit: {type: string}
                offset: {type: string}
                state: {$ref: '#/components/schemas/State'}
            Tags:
              type: object
              required: [tags]
              properties:
                tags: {type: array, description: The tags., maxItems: 9, items: {$ref: '#/components/schemas/Tag'}}
            Keys:
              type: object
              properties:
                car_keys:
                  type: array
                  description: The keys.
                  x-java-single: key
                  items: {type: string, description: A key., maxLength: 3}
            Paint:
              type: object
              properties: {new_colour: {$ref: '#/components/schemas/Colour'}}
            Colours:
              type: object
              properties: {colours: {type: array, items: {$ref: '#/components/schemas/Colour'}}}
            Move:
              type: object
              required: [note]
              properties:
                state: {$ref: '#/components/schemas/State'}
                note: {type: string}
                by: {type: string}
            Name:
              type: object
              properties: {name: {type: string, description: The name., minLength: 1}}
            Change:
              type: object
              properties:
                state: {$ref: '#/components/schemas/State'}
                tags: {type: array, items: {$ref: '#/components/schemas/Tag'}}
                note: {type: string}
            """;

    private static final String ID =
            "{name: car_id, in: path, required: true, description: The car., schema: {type: string}}";

    @TempDir
    private Path directory;

    private LaidOut of(String paths) throws IOException {
        return LaidOut.of(directory, paths, SCHEMAS);
    }

    /** A POST below a car, with a body. */
    private LaidOut ofBody(String id, String body, String extensions) throws IOException {
        return of("""
                /cars/{car_id}/%s:
                  post:
                    operationId: %s
                    summary: Does it
                    tags: [Cars]
                    parameters: [%s]
                    requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/%s'}}}}
                    responses:
                      '200':
                        description: The car.
                        content: {application/json: {schema: {$ref: '#/components/schemas/Car'}}}
                """.formatted(id, id, ID, body) + extensions.indent(4));
    }

    private LaidOut ofList(String parameters, String extensions) throws IOException {
        return of("""
                /cars:
                  get:
                    operationId: ListCars
                    x-java-name: list
                    summary: Lists the cars.
                    tags: [Cars]
                    responses:
                      '200':
                        description: The cars.
                        content: {application/json: {schema: {$ref: '#/components/schemas/CarList'}}}
                    parameters:
                """ + parameters.indent(6) + extensions.indent(4));
    }

    private static List<String> made(Face face) {
        return LaidOut.calls(face).stream()
                .map(each -> LaidOut.declared(each) + " = " + each.made())
                .toList();
    }

    private static List<String> overloads(Call call) {
        return call.overloads().stream()
                .map(each -> each.how() + ": " + each.arguments().declared() + " -> " + each.values())
                .toList();
    }

    private LaidOut ofRemoval() throws IOException {
        return of("""
                /cars/{car_id}:
                  delete:
                    operationId: DeleteCar
                    x-java-name: delete
                    summary: Deletes a car
                    description: It is gone at once.
                    x-since: May
                    tags: [Cars]
                    parameters: [%s]
                    responses: {'204': {description: None.}}
                """.formatted(ID));
    }

    @Test
    void removal_isAlsoACallForWhichItIsNoErrorThatThereIsNothing() throws Exception {
        LaidOut removal = ofRemoval();

        assertThat(made(removal.sync()))
                .containsExactly(
                        "void delete(String carId) = prepareDeleteCar(carId).execute()",
                        "boolean deleteIfExists(String carId) = prepareDeleteCar(carId).executeIfExists()");
        assertThat(made(removal.async()))
                .containsExactly(
                        "CompletableFuture<Void> delete(String carId) = prepareDeleteCar(carId).executeAsync()",
                        "CompletableFuture<Boolean> deleteIfExists(String carId)"
                                + " = prepareDeleteCar(carId).executeIfExistsAsync()");
        assertThat(LaidOut.calls(removal.sync()))
                .extracting(Call::summary, Call::description, Call::returned)
                .containsExactly(
                        tuple("Deletes a car.", "It is gone at once. Since May.", null),
                        tuple(
                                "Deletes a car.",
                                "As {@link #delete(String)}, but it is no error if there is no such thing, or it is"
                                        + " being removed already.",
                                "true, or false if there was nothing to remove"));
        assertThat(LaidOut.calls(removal.async()).get(0).returned()).isEqualTo("done when the service has answered");
        assertThat(LaidOut.calls(removal.sync())).extracting(Call::answers).containsExactly(false, true);
        assertThat(removal.operation().plain()).extracting(Call::name).containsExactly("delete");
        assertThat(removal.operation().returned()).isNull();
        assertThat(removal.operation().annotation()).isEqualTo("@DELETE(\"cars/{car_id}\")");
    }

    @Test
    void removalThatAnswers_isOneCall() throws Exception {
        LaidOut removal = of("""
                /cars/{car_id}:
                  delete:
                    operationId: DeleteCar
                    tags: [Cars]
                    parameters: [%s]
                    responses:
                      '200':
                        description: The car.
                        content: {application/json: {schema: {$ref: '#/components/schemas/Car'}}}
                """.formatted(ID));

        assertThat(made(removal.sync()))
                .containsExactly("Car deleteCar(String carId) = prepareDeleteCar(carId).execute()");
        assertThat(LaidOut.calls(removal.async()).get(0).returned()).isEqualTo("The car.");
        assertThat(removal.operation().returned()).isEqualTo("The car.");
    }

    @Test
    void waits_areForAState_forAnyThatIsGiven_orForNothing() throws Exception {
        LaidOut waits = of("""
                /cars/{car_id}:
                  get:
                    operationId: ShowCar
                    x-java-name: get
                    summary: Shows a car
                    tags: [Cars]
                    x-java-await:
                      - name: awaitParked
                        summary: Until it stands.
                        property: state
                        until: State.PARKED
                        failed: [State.LOST, State.MOVING]
                        errors: problem
                      - {name: awaitState, summary: Until then., property: state}
                      - {name: awaitGone, summary: Until it is gone., property: state, gone: true}
                    parameters: [%s]
                    responses:
                      '200':
                        description: The car.
                        content: {application/json: {schema: {$ref: '#/components/schemas/Car'}}}
                """.formatted(ID));
        List<Call> calls = LaidOut.calls(waits.sync());

        assertThat(waits.operation().plain()).extracting(Call::name).containsExactly("get");
        assertThat(made(waits.sync()))
                .containsExactly(
                        "Car get(String carId) = prepareShowCar(carId).execute()",
                        "Car awaitParked(String carId, Duration timeout) = awaitParkedWaiter(carId, timeout).await()",
                        "Car awaitState(String carId, State state, Duration timeout)"
                                + " = awaitStateWaiter(carId, state, timeout).await()",
                        "void awaitGone(String carId, Duration timeout)"
                                + " = awaitGoneWaiter(carId, timeout).awaitGone()");
        assertThat(made(waits.async()).subList(1, 4))
                .containsExactly(
                        "CompletableFuture<Car> awaitParked(String carId, Duration timeout)"
                                + " = awaitParkedWaiter(carId, timeout).awaitAsync()",
                        "CompletableFuture<Car> awaitState(String carId, State state, Duration timeout)"
                                + " = awaitStateWaiter(carId, state, timeout).awaitAsync()",
                        "CompletableFuture<Void> awaitGone(String carId, Duration timeout)"
                                + " = awaitGoneWaiter(carId, timeout).awaitGoneAsync()");
        assertThat(calls.subList(1, 4))
                .extracting(Call::waiting)
                .containsExactly(
                        new Wait(
                                false,
                                "{@code State.LOST}, {@code State.MOVING}",
                                "Goal.of(\"ShowCar\", carId, Car::state, State.PARKED)"
                                        + ".failed(State.LOST, State.MOVING).errors(Car::problem)"),
                        new Wait(false, null, "Goal.of(\"ShowCar\", carId, Car::state, state)"),
                        new Wait(true, null, "Goal.gone(\"ShowCar\", carId, Car::state)"));
        assertThat(calls)
                .extracting(Call::summary)
                .containsExactly("Shows a car.", "Until it stands.", "Until then.", "Until it is gone.");
        assertThat(calls.subList(1, 4)).extracting(Call::description).containsOnlyNulls();
        assertThat(calls.subList(1, 4))
                .extracting(Call::returned)
                .containsExactly("the answer that says so", "the answer that says so", null);
        assertThat(LaidOut.calls(waits.async()).subList(1, 4))
                .extracting(Call::returned)
                .containsExactly(
                        "the answer that says so; holds no thread while it waits",
                        "the answer that says so; holds no thread while it waits",
                        "nothing, when it is gone; holds no thread while it waits");
        assertThat(calls.get(2).arguments().list().get(1))
                .isEqualTo(new Argument("state", "State", "what to wait for", "requireNonNull", "ShowCar: state"));
        assertThat(calls.get(2).arguments().list().get(2))
                .extracting(Argument::check, Argument::label)
                .containsExactly(null, "");
        assertThat(calls.get(2).arguments().list().get(2).description()).startsWith("how long to wait");
        assertThat(waits.operation().plain()).extracting(Call::name).containsExactly("get");
    }

    private static final String PLACE_IN_LIST = """
            - {name: limit, in: query, description: How many., schema: {type: integer, maximum: 9}}
            - {name: offset, in: query, description: From where., schema: {type: integer}}
            - {name: sort_key, in: query, description: By what., schema: {type: string}}
            """;

    @Test
    void pages_areAskedForByParameters() throws Exception {
        LaidOut list = ofList(PLACE_IN_LIST, "x-java-page: {items: cars, key: carId, pageSize: 50}");
        Call call = LaidOut.calls(list.sync()).get(0);

        assertThat(made(list.sync()))
                .containsExactly("Page<Car> list(Cars.ListParams params) = prepareListCars(request)");
        assertThat(made(list.async()))
                .containsExactly(
                        "CompletableFuture<AsyncPage<Car>> list(Cars.ListParams params) = prepareListCars(request)");
        assertThat(call.pages())
                .isEqualTo(new Pages("Arguments.requireNonNull(params, \"ListCars: params\")", "listPages(request)"));
        assertThat(call.returned()).isEqualTo("The cars. Its stream fetches the pages that follow.");
        assertThat(LaidOut.calls(list.async()).get(0).returned()).isEqualTo("The cars.");
        assertThat(overloads(call))
                .containsExactly(
                        "no parameter set:  -> Cars.ListParams.builder().build()",
                        "the parameters set in place: Consumer<Cars.ListParams.Builder> params -> builder.build()");
        assertThat(call.overloads().get(1).builder()).isEqualTo("Cars.ListParams");
        assertThat(call.overloads().get(1).checked())
                .isEqualTo(new Argument(
                        "params",
                        "Consumer<Cars.ListParams.Builder>",
                        "sets the optional parameters",
                        "requireNonNull",
                        "ListCars: params"));
        assertThat(call.arguments().list())
                .containsExactly(new Argument(
                        "params", "Cars.ListParams", "the optional parameters", "requireNonNull", "ListCars: params"));
        assertThat(list.operation().page())
                .isEqualTo(new Page(
                        "list",
                        "Car",
                        "cars",
                        "carId",
                        "50",
                        false,
                        "Cars.ListParams",
                        List.of(),
                        "prepareListCars(params.toBuilder().offset(offset).limit(limit).build())"));
    }

    @Test
    void pagesOfAnOrder_beginInIt() throws Exception {
        LaidOut list = ofList(
                PLACE_IN_LIST,
                "x-java-page: {items: cars, key: carId, pageSize: 50, order: [{name: sortKey, value: age}]}");
        Call call = LaidOut.calls(list.sync()).get(0);

        assertThat(call.pages()).isEqualTo(new Pages("listInOrder(params)", "listPages(request)"));
        assertThat(call.returned())
                .isEqualTo("The cars. Its stream fetches the pages that follow; without other order the oldest come"
                        + " first.");
        assertThat(list.operation().page())
                .extracting(Page::order)
                .isEqualTo(List.of(Map.of("name", "sortKey", "value", "age")));
    }

    @Test
    void pages_areAskedForInTheBody() throws Exception {
        LaidOut query = of("""
                /cars/query:
                  post:
                    operationId: QueryCars
                    x-java-name: query
                    tags: [Cars]
                    x-java-page: {items: cars, key: carId, pageSize: 50}
                    x-java-calls:
                      - {name: queryMoving, with: {state: State.MOVING}, summary: Those that move., page: true}
                      - {name: countMoving, with: {state: State.MOVING}, summary: Their number.}
                    requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/CarQuery'}}}}
                    responses:
                      '200':
                        description: The cars.
                        content: {application/json: {schema: {$ref: '#/components/schemas/CarList'}}}
                """);

        assertThat(made(query.sync()))
                .containsExactly(
                        "Page<Car> queryMoving(CarQuery body) = prepareQueryCars(request)",
                        "CarList countMoving(CarQuery body) = prepareQueryCars(Arguments.requireNonNull(body,"
                                + " \"QueryCars: body\").toBuilder().state(State.MOVING).build()).execute()");
        assertThat(LaidOut.calls(query.sync()).get(0).pages())
                .isEqualTo(new Pages(
                        "Arguments.requireNonNull(body, \"QueryCars: body\").toBuilder().state(State.MOVING).build()",
                        "queryPages(request)"));
        assertThat(query.operation().page())
                .extracting(Page::inBody, Page::request, Page::next)
                .containsExactly(
                        true,
                        "CarQuery",
                        "prepareQueryCars(body.toBuilder().offset(String.valueOf(offset))"
                                + ".limit(String.valueOf(limit)).build())");
    }

    @Test
    void intention_setsInTheBodyWhatItStandsFor_andAnswersAPartOfTheAnswer() throws Exception {
        LaidOut change = ofBody("ChangeCar", "Change", """
                x-java-calls:
                  - {name: park, with: {state: State.PARKED}, without: tags, summary: Parks., answer: seats}
                  - name: move
                    with: {state: State.MOVING}
                    summary: Moves.
                    description: At once.
                    returns: What it is called.
                    answer: carId
                """);
        Call park = LaidOut.calls(change.sync()).get(0);
        Call move = LaidOut.calls(change.sync()).get(1);

        assertThat(made(change.sync()))
                .containsExactly(
                        "int park(String carId, Change body) = prepareChangeCar(carId, Arguments.requireNonNull(body,"
                                + " \"ChangeCar: body\").toBuilder().tags((List<Tag>) null).state(State.PARKED)"
                                + ".build()).execute().seats()",
                        "String move(String carId, Change body) = prepareChangeCar(carId, Arguments.requireNonNull(body,"
                                + " \"ChangeCar: body\").toBuilder().state(State.MOVING)"
                                + ".build()).execute().carId()");
        assertThat(made(change.async()).get(0))
                .startsWith("CompletableFuture<Integer> park(")
                .endsWith(".executeAsync(Car::seats)");
        assertThat(park.stands()).containsExactly(new Stands("tags", null), new Stands("state", "State.PARKED"));
        assertThat(List.of(park, move))
                .extracting(Call::summary, Call::description, Call::returned)
                .containsExactly(
                        tuple("Parks.", null, "The {@code seats} of the answer."),
                        tuple("Moves.", "At once.", "What it is called."));
        assertThat(park.arguments().list().get(1).description())
                .isEqualTo("the body of the request, in which this call sets what it stands for");
        assertThat(overloads(park))
                .containsExactly(
                        "the body built in place: String carId, Consumer<Change.Builder> body"
                                + " -> carId, builder.tags((List<Tag>) null).state(State.PARKED).build()",
                        "nothing else in the body: String carId"
                                + " -> carId, Change.builder().tags((List<Tag>) null).state(State.PARKED).build()");
        assertThat(park.overloads().get(0).checked())
                .isEqualTo(new Argument(
                        "body",
                        "Consumer<Change.Builder>",
                        "sets what the body holds",
                        "requireNonNull",
                        "ChangeCar: body"));
        assertThat(park.overloads().get(0).builder()).isEqualTo("Change");
        assertThat(change.operation().plain()).hasSize(2);
    }

    @Test
    void intention_thatLeavesWhatIsRequired_doesNotGoWithoutABody() throws Exception {
        LaidOut move = ofBody(
                "MoveCar",
                "Move",
                "x-java-calls: [{name: park, summary: Parks., with: {state: State.PARKED}, without: by}]");

        assertThat(overloads(LaidOut.calls(move.sync()).get(0)))
                .containsExactly("the body built in place: String carId, Consumer<Move.Builder> body"
                        + " -> carId, builder.by(null).state(State.PARKED).build()");
    }

    @Test
    void onlyARemovalAsItIs_isAlsoACallForWhichItIsNoErrorThatThereIsNothing() throws Exception {
        String path = """
                /cars/{car_id}:
                  %s:
                    operationId: ScrapCar
                    tags: [Cars]
                    parameters: [%s]
                    requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Change'}}}}
                    responses: {'204': {description: None.}}
                """;
        String parked = "    x-java-calls: [{name: scrap, summary: Scraps., with: {state: State.PARKED}}]\n";

        assertThat(LaidOut.calls(of(path.formatted("post", ID)).sync()))
                .extracting(Call::name)
                .containsExactly("scrapCar");
        assertThat(LaidOut.calls(of(path.formatted("delete", ID) + parked).sync()))
                .extracting(Call::name)
                .containsExactly("scrap");
    }

    @Test
    void body_isGivenAsItIs_orBuiltInPlace() throws Exception {
        LaidOut change = ofBody("ChangeCar", "Change", "");
        Call call = LaidOut.calls(change.sync()).get(0);

        assertThat(made(change.sync()))
                .containsExactly("Car changeCar(String carId, Change body) = prepareChangeCar(carId, body).execute()");
        assertThat(call.arguments().list().get(1))
                .isEqualTo(
                        new Argument("body", "Change", "the body of the request", "requireNonNull", "ChangeCar: body"));
        assertThat(overloads(call))
                .containsExactly("the body built in place: String carId, Consumer<Change.Builder> body"
                        + " -> carId, builder.build()");
        assertThat(call.pages()).isNull();
        assertThat(call.waiting()).isNull();
        assertThat(call.chosen()).isNull();
    }

    @Test
    void flatBodyOfAText_isThatText_whichIsNotBlank() throws Exception {
        Call call = LaidOut.calls(
                        ofBody("NameCar", "Name", "x-java-flat-body: true").sync())
                .get(0);

        assertThat(overloads(call).subList(1, 2))
                .containsExactly("the one thing that the body holds: String carId, String name"
                        + " -> carId, Name.builder().name(name).build()");
        assertThat(call.overloads()).hasSize(2);
        assertThat(call.overloads().get(1).checked())
                .isEqualTo(new Argument(
                        "name",
                        "String",
                        "The name. Minimum length 1.",
                        "requireNonBlank",
                        "NameCar: name (\\\"name\\\")"));
    }

    @Test
    void flatBodyOfAListOfPairs_isAlsoTheirItems_orAMap() throws Exception {
        LaidOut tags = of("""
                /tags:
                  put:
                    operationId: SetTags
                    x-java-flat-body: true
                    tags: [Cars]
                    requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Tags'}}}}
                    responses: {'204': {description: None.}}
                """);
        Call call = LaidOut.calls(tags.sync()).get(0);

        assertThat(overloads(call).subList(1, 4))
                .containsExactly(
                        "the one thing that the body holds: List<Tag> tags -> Tags.builder().tags(tags).build()",
                        "the items one by one: Tag first, Tag... more -> Lists.of(first, more)",
                        "the items of a map: Map<String, String> map -> Tag.listOf(map)");
        assertThat(call.overloads().get(1).checked())
                .isEqualTo(new Argument(
                        "tags",
                        "List<Tag>",
                        "The tags. Maximum number of items: 9.",
                        "requireNonNull",
                        "SetTags: tags (\\\"tags\\\")"));
        assertThat(call.overloads().get(2).checked()).isNull();
        assertThat(call.overloads().get(2).arguments().list())
                .extracting(Argument::description)
                .containsExactly("the first item", "the others");
        assertThat(call.overloads().get(3).checked())
                .isEqualTo(new Argument(
                        "map", "Map<String, String>", "key and value of each item", "requireNonNull", "SetTags: map"));
    }

    @Test
    void flatBodyOfAListOfObjects_isThatList_orItsItems() throws Exception {
        Call call = LaidOut.calls(
                        ofBody("PaintAll", "Colours", "x-java-flat-body: true").sync())
                .get(0);

        assertThat(overloads(call).subList(1, 3))
                .containsExactly(
                        "the one thing that the body holds: String carId, List<Colour> colours"
                                + " -> carId, Colours.builder().colours(colours).build()",
                        "the items one by one: String carId, Colour first, Colour... more"
                                + " -> carId, Lists.of(first, more)");
        assertThat(call.overloads()).hasSize(3);
    }

    @Test
    void parameterOfAnEnumeration_isNoTextThatMayBeBlank() throws Exception {
        LaidOut park = of("""
                /cars/{before}:
                  post:
                    operationId: StateCars
                    tags: [Cars]
                    x-java-flat-body: true
                    parameters:
                      - {name: before, in: path, required: true, schema: {$ref: '#/components/schemas/State'}}
                    requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Change'}}}}
                    responses: {'204': {description: None.}}
                """);

        assertThat(park.operation().targets().list())
                .extracting(Argument::type, Argument::check)
                .containsExactly(tuple("State", "requireNonNull"));
        assertThat(LaidOut.calls(park.sync()).get(0).overloads().get(1).checked())
                .extracting(Argument::type, Argument::check)
                .containsExactly("State", "requireNonNull");
    }

    @Test
    void flatBodyOfAListOfOne_isThatOne() throws Exception {
        Call call = LaidOut.calls(
                        ofBody("GiveKey", "Keys", "x-java-flat-body: true").sync())
                .get(0);

        assertThat(overloads(call).subList(1, 2))
                .containsExactly("the one thing that the body holds: String carId, String key"
                        + " -> carId, Keys.builder().carKeys(List.of(key)).build()");
        assertThat(call.overloads()).hasSize(2);
        assertThat(call.overloads().get(1).checked())
                .isEqualTo(new Argument(
                        "key",
                        "String",
                        "A key. Maximum length 3.",
                        "requireNonBlank",
                        "GiveKey: key (in \\\"car_keys\\\")"));
    }

    @Test
    void flatBodyOfAnObjectOfOneProperty_isThatProperty_whichMayBeBlank() throws Exception {
        Call call = LaidOut.calls(
                        ofBody("PaintCar", "Paint", "x-java-flat-body: true").sync())
                .get(0);

        assertThat(overloads(call).subList(1, 2))
                .containsExactly("the one thing that the body holds: String carId, String paint"
                        + " -> carId, Paint.builder().newColour(Colour.builder().paint(paint).build()).build()");
        assertThat(call.overloads().get(1).checked())
                .isEqualTo(new Argument(
                        "paint", "String", "The paint.", "requireNonNull", "PaintCar: paint (in \\\"new_colour\\\")"));
    }

    @Test
    void requiredParameter_isNotLeftToItsDefault() throws Exception {
        LaidOut list =
                ofList("- {name: age, in: query, required: true, description: How old., schema: {type: integer}}", "");

        assertThat(overloads(LaidOut.calls(list.sync()).get(0)))
                .containsExactly("the parameters set in place: Consumer<Cars.ListParams.Builder> params"
                        + " -> builder.build()");
    }

    @Test
    void callByAParameter_sendsThatOneOnly() throws Exception {
        LaidOut list =
                ofList("""
                - {name: number_plate, in: query, description: Its number., schema: {type: string, maxLength: 8}}
                - {name: age, in: query, description: How old., deprecated: true, schema: {type: integer}}
                """, "x-java-calls: [{name: ofPlate, parameter: numberPlate}, {name: ofAge, parameter: age}]");

        assertThat(made(list.sync()))
                .containsExactly(
                        "CarList ofPlate(String numberPlate) = prepareListCars(Arguments.requireNonBlank(numberPlate,"
                                + " \"ListCars: numberPlate (\\\"number_plate\\\")\"), null).execute()",
                        "CarList ofAge(Integer age) = prepareListCars(null, Arguments.requireNonNull(age,"
                                + " \"ListCars: age (\\\"age\\\")\")).execute()");
        assertThat(LaidOut.calls(list.sync()))
                .extracting(each -> each.arguments().list().get(0).description())
                .containsExactly("Its number. Maximum length 8.", "How old. Deprecated.");
        assertThat(LaidOut.calls(list.sync())).extracting(Call::chosen).containsExactly("numberPlate", "age");
        assertThat(LaidOut.calls(list.sync())).extracting(Call::returned).containsOnly("The cars.");
        assertThat(list.operation().arguments().declared())
                .isEqualTo("@Nullable String numberPlate, @Nullable Integer age");
        assertThat(list.operation().sent()).isEqualTo("numberPlate, age");
        assertThat(list.operation().params()).isNull();
    }

    @Test
    void request_isOfWhatTheClientKnows_whatIsGiven_andTheBody() throws Exception {
        LaidOut sent = of("""
                /v1/{project_id}/cars/{car_id}:
                  delete:
                    operationId: ScrapCar
                    x-java-name: scrap
                    summary: Scraps it.
                    tags: [Cars]
                    parameters:
                      - {name: project_id, in: path, required: true, description: The project., x-client-setting: projectId, schema: {type: string}}
                      - %s
                      - {name: how_long, in: query, description: How long., schema: {type: integer, minimum: 1}}
                      - {name: by_whom, in: query, required: true, description: By whom., schema: {type: string}}
                    requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Change'}}}}
                    responses: {'204': {description: None.}}
                """.formatted(ID));
        Operation scrap = sent.operation();

        assertThat(made(sent.sync()).get(0))
                .isEqualTo("void scrap(String carId, Change body, Cars.ScrapParams params)"
                        + " = prepareScrapCar(carId, body, params).execute()");
        assertThat(scrap.sent()).isEqualTo("engine.projectId(), carId, params.byWhom(), params.howLong(), body");
        assertThat(scrap.wire())
                .extracting(each -> each.annotations() + " " + each.type() + " " + each.name() + " " + each.wire())
                .containsExactly(
                        "@Path(\"project_id\") String projectId project_id",
                        "@Path(\"car_id\") String carId car_id",
                        "@Query(\"by_whom\") String byWhom by_whom",
                        "@Query(\"how_long\") @Nullable Integer howLong how_long",
                        "@Body Change body Change");
        assertThat(scrap.annotation())
                .isEqualTo("@HTTP(method = \"DELETE\", path = \"v1/{project_id}/cars/{car_id}\", hasBody = true)");
        assertThat(scrap.documented())
                .extracting(each -> each.name() + ": " + each.description())
                .containsExactly(
                        "carId: The car.",
                        "projectId: The project.",
                        "howLong: How long. Minimum 1.",
                        "byWhom: By whom.",
                        "body: the body of the request");
        assertThat(scrap.targets().list())
                .containsExactly(new Argument(
                        "carId", "String", "The car.", "requireNonBlank", "ScrapCar: carId (\\\"car_id\\\")"));
        assertThat(scrap.arguments().names()).isEqualTo("carId, body, params");
        assertThat(scrap.id()).isEqualTo("ScrapCar");
        assertThat(scrap.constant()).isEqualTo("SCRAP_CAR");
        assertThat(scrap.prepare()).isEqualTo("prepareScrapCar");
    }

    @Test
    void bodyWithADescription_isDescribedByIt_whereverItIsGiven() throws Exception {
        Operation paint = of("""
                /cars/{car_id}/paint:
                  post:
                    operationId: PaintCar
                    tags: [Cars]
                    parameters: [%s]
                    requestBody:
                      description: The "new" colour.
                      content: {application/json: {schema: {$ref: '#/components/schemas/Paint'}}}
                    responses: {'204': {description: None.}}
                """.formatted(ID)).operation();

        assertThat(List.of(
                        paint.documented().get(1).description(),
                        paint.calls().get(0).arguments().list().get(1).description(),
                        paint.served().arguments().get(1).description()))
                .containsOnly("The \"new\" colour.");
    }

    @Test
    void bodyWithoutADescription_isTheBodyOfTheRequest() throws Exception {
        LaidOut change = ofBody("ChangeCar", "Change", "");

        assertThat(change.operation().documented().get(1).description()).isEqualTo("the body of the request");
        assertThat(change.operation().description()).isNull();
        assertThat(change.operation().summary()).isEqualTo("Does it.");
        assertThat(change.operation().annotation()).isEqualTo("@POST(\"cars/{car_id}/ChangeCar\")");
    }

    @Test
    void whatHasNoDescription_isNotDescribed() throws Exception {
        LaidOut list = ofList("- {name: age, in: query, schema: {type: integer, minimum: 1}}", "");
        LaidOut paint = of("""
                /cars/{car_id}/paint:
                  post:
                    operationId: PaintCar
                    x-java-flat-body: true
                    tags: [Cars]
                    parameters: [{name: car_id, in: path, required: true, schema: {type: string}}]
                    requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/CarQuery'}}}}
                    responses: {'204': {description: None.}}
                """);

        assertThat(list.sent().list().get(0).description()).isEqualTo(" Minimum 1.");
        assertThat(list.operation().documented().get(0).description()).isEqualTo(" Minimum 1.");
        assertThat(paint.operation().targets().list().get(0).description()).isEmpty();
        assertThat(LaidOut.calls(paint.sync()).get(0).overloads().get(1).checked())
                .extracting(Argument::description)
                .isEqualTo("");
    }

    @Test
    void rootOfTheService_isAPathThatIsNotEmpty() throws Exception {
        LaidOut root = of("/: {get: {operationId: Greet, tags: [Cars], responses: {'204': {description: None.}}}}");

        assertThat(root.operation().annotation()).isEqualTo("@GET(\".\")");
        assertThat(root.operation().documented()).isEmpty();
        assertThat(overloads(LaidOut.calls(root.sync()).get(0))).isEmpty();
    }
}
