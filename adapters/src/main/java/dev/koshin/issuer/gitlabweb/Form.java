package dev.koshin.issuer.gitlabweb;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;

/** What a page sends back. */
final class Form {
    private final List<String> fields = new ArrayList<>();

    Form with(String name, String value) {
        fields.add(URLEncoder.encode(name, UTF_8) + "=" + URLEncoder.encode(value, UTF_8));
        return this;
    }

    String encoded() {
        return String.join("&", fields);
    }

    /** One of the fields may be a password. */
    @Override
    public String toString() {
        return "Form[" + fields.size() + " fields]";
    }
}
