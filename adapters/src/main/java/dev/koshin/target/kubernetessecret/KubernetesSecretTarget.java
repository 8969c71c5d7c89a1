package dev.koshin.target.kubernetessecret;

import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.model.TargetName;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Held;
import dev.koshin.spi.Place;
import dev.koshin.spi.Target;
import java.util.List;
import java.util.stream.Stream;

/** One key of one Secret. */
final class KubernetesSecretTarget implements Target {
    private final SecretCalls calls;
    private final SecretPlace place;
    private final String key;

    KubernetesSecretTarget(SecretCalls calls, String key) {
        this.calls = calls;
        this.place = new SecretPlace(calls);
        this.key = key;
    }

    @Override
    public TargetName name() {
        return place.name(key);
    }

    @Override
    public Place place() {
        return place;
    }

    @Override
    public Place.Cell cell() {
        return SecretImage.cell(key);
    }

    @Override
    public Effect<Held> read() {
        return calls.read().flatMap(this::held);
    }

    @Override
    public Effect<Held> preflight(int room) {
        return calls.read()
                .flatMap(image -> held(image)
                        .flatMap(held ->
                                fits(image, room).flatMap(this::changeable).flatMap(_ -> tried(image, held))));
    }

    /** Asks to write, without effect, as many characters as a token may have. */
    private Effect<Held> tried(SecretImage image, Held held) {
        Secret probe = held instanceof Held.Value(Secret value) ? value : Secret.of("x");
        return new Delivery(this, calls, held)
                .tried(new SecretPatch(image, key, probe))
                .map(_ -> held);
    }

    @Override
    public Effect<Receipt> deliver(Held expected, Secret fresh) {
        return new Delivery(this, calls, expected).of(fresh);
    }

    String key() {
        return key;
    }

    /** What the image holds, if the key is there and can be read as text. */
    Effect<Held> held(SecretImage image) {
        if (!image.keys().contains(key)) {
            return refused(Reason.TARGET_ROW_MISSING);
        }
        return image.held(key)
                .<Effect<Held>>map(Effect.Done::new)
                .orElseGet(() -> refused(Reason.TARGET_NOT_EDITABLE, "not text in UTF-8"));
    }

    /** The image again, if it may be changed at all. */
    Effect<SecretImage> changeable(SecretImage image) {
        return image.isImmutable() ? refused(Reason.TARGET_NOT_WRITABLE, "immutable") : new Effect.Done<>(image);
    }

    /** The image again, if {@code bytes} fit under this key. */
    Effect<SecretImage> fits(SecretImage image, int bytes) {
        int room = image.room(key);
        return room < bytes ? refused(Reason.TARGET_TOO_NARROW, room + " < " + bytes) : new Effect.Done<>(image);
    }

    /** A refusal that names this target first. */
    <T> Effect<T> refused(Reason reason, String... more) {
        List<String> details =
                Stream.concat(Stream.of(name().value()), Stream.of(more)).toList();
        return new Effect.Refused<>(new Problem(reason, details));
    }

    @Override
    public String toString() {
        return name().value();
    }
}
