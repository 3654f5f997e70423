package io.github.vpcep.specdiff;

/** What a change does to one of the two sides. */
enum Effect {
    BREAKS("breaks"),
    COMPATIBLE("compatible");

    private final String heading;

    Effect(String heading) {
        this.heading = heading;
    }

    String heading() {
        return heading;
    }
}
