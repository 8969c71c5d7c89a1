package dev.koshin.simulator.api.call;

/**
 * Which part of a list was asked for.
 *
 * @param page counts from 1
 * @param perPage 1 to 100, 20 unless asked
 */
public record Paging(int page, int perPage) {
    private static final int LARGEST = 100;

    /** Larger pages are cut to 100; a page below 1 is the first. */
    public static Paging read(Validation validation) {
        long page = validation.integer("page").orElse(1L);
        long perPage = validation.integer("per_page").orElse(20L);
        if (perPage == 0) {
            validation.reject("per_page has a value not allowed");
        }
        return new Paging(Math.clamp(page, 1, Integer.MAX_VALUE), Math.clamp(perPage, 1, LARGEST));
    }

    /** Index of the first element. */
    public long offset() {
        return (page - 1L) * perPage;
    }
}
