package dev.koshin.simulator.recordings;

/** A difference, and where it was found. */
record Finding(Cassette cassette, Exchange exchange, Difference difference) {
    /** {@code paths/TestGitlabClient_Metadata#0 GET /metadata}. */
    String exchangeName() {
        return cassette.name() + "#" + exchange.number() + " " + exchange.method() + " " + exchange.target();
    }

    @Override
    public String toString() {
        return cassette.version() + " " + exchangeName() + ": " + difference;
    }
}
