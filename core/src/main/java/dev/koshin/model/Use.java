package dev.koshin.model;

/** One run of a consumer that keeps the value it started with, such as an Ansible execution number. */
public record Use(String id) implements Comparable<Use> {
    @Override
    public int compareTo(Use other) {
        return id.compareTo(other.id);
    }

    @Override
    public String toString() {
        return id;
    }
}
