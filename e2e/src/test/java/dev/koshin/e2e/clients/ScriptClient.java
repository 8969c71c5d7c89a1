package dev.koshin.e2e.clients;

import dev.koshin.e2e.clients.PretendGitlab.Person;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A library of another language, driven by a script that takes an operation and prints JSON. */
record ScriptClient(Program program) implements ForeignClient {
    @Override
    public long self(String credential) {
        return run(credential, "self").asLong();
    }

    @Override
    public List<Long> own(String credential) {
        return run(credential, "list").valueStream().map(JsonNode::asLong).toList();
    }

    @Override
    public Made create(String credential, Person owner, String name) {
        return made(run(
                credential,
                "create",
                String.valueOf(owner.id()),
                name,
                PretendGitlab.expiry().toString()));
    }

    @Override
    public Made rotate(String credential, Person owner, long id) {
        return made(run(
                credential, "rotate", String.valueOf(id), PretendGitlab.expiry().toString()));
    }

    @Override
    public void revoke(String credential, Person owner, long id) {
        run(credential, "revoke", String.valueOf(id));
    }

    static Made made(JsonNode node) {
        return new Made(node.path("id").asLong(), node.path("token").asString());
    }

    private JsonNode run(String credential, String... arguments) {
        Program.Ended ended = program.run(Map.of("GITLAB_TOKEN", credential), List.of(arguments));
        if (ended.exit() != 0) {
            throw new RefusedException(ended.err());
        }
        return JsonMapper.shared().readTree(ended.out());
    }
}
