package dev.koshin.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.simulator.state.Change;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class RailsTest {
    private static final String PREFERRED = """
            u = User.find_by_username(ENV.fetch('T_USER'))
            t = u.personal_access_tokens.build(name: ENV.fetch('T_NAME'), scopes: ENV.fetch('T_SCOPES').split(','), expires_at: Date.parse(ENV.fetch('T_EXPIRES')))
            t.organization_id ||= u.organization_id if t.respond_to?(:organization_id) && u.respond_to?(:organization_id)
            t.save!
            puts "@@TOKEN@@#{t.id}:#{t.token}"
            """;
    private static final Map<String, String> ENVIRONMENT =
            Map.of("T_USER", "ann", "T_NAME", "koshin", "T_SCOPES", "api,sudo", "T_EXPIRES", "2026-12-01");
    private static final String ONE_LINER =
            "token = User.find_by_username('root').personal_access_tokens.create(scopes: [:api, :sudo], name: 'root',"
                    + " expires_at: 365.days.from_now); token.set_token('12345678901234567890'); token.save!;"
                    + " puts token.token";

    private static final String READING = """
            $stdin.set_encoding("UTF-8")
            name = $stdin.gets.chomp
            days = $stdin.gets.to_i
            rest = $stdin.gets
            puts "[#{name}][#{days}][#{Date.current + days}][#{rest.nil?}][#{name.include?("nn")}]"
            """;
    private static final String DECIDING = """
            u = User.find_by_username('NAME')
            if u.nil?
              puts 'missing'
            elsif u.active?
              puts 'active'
            else
              puts u.state
            end
            """;

    private final Stage stage = Stage.open();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void thePreferredScriptPrintsATokenThatWorks() {
        JsonNode ended = run(stage, PREFERRED, ENVIRONMENT);

        assertThat(ended.path("exitCode").asInt()).isZero();
        assertThat(ended.path("stdout").asString()).matches("@@TOKEN@@14:glpat-\\S{20}\n");
        String value = ended.path("stdout").asString().strip().replaceFirst(".*:", "");
        assertThat(stage.get(value, "/personal_access_tokens/self").body())
                .contains("\"name\":\"koshin\"", "\"scopes\":[\"api\",\"sudo\"]", "\"expires_at\":\"2026-12-01\"");
    }

    @Test
    void whatAScriptDidStandsInTheLogOfRequests() {
        run(stage, PREFERRED, ENVIRONMENT);

        assertThat(stage.control().requestsSince(0)).singleElement().satisfies(logged -> {
            assertThat(logged.target()).isEqualTo("/control/rails");
            assertThat(logged.ended().changes()).containsExactly(new Change("token", 14, Change.Verb.MADE));
        });
    }

    @Test
    void theManualsOneLinerSetsTheValue() {
        assertThat(stdout(ONE_LINER)).isEqualTo("12345678901234567890\n");
        assertThat(stage.get("12345678901234567890", "/personal_access_tokens/self")
                        .body())
                .contains("\"id\":14", "\"expires_at\":\"2027-06-17\"");
    }

    @Test
    void createAndSetTokenLeavesAnOrphanWhenTheValueWasUsed() {
        run(stage, ONE_LINER, Map.of());
        JsonNode again = run(stage, ONE_LINER, Map.of());

        assertThat(again.path("exitCode").asInt()).isEqualTo(1);
        assertThat(again.path("stderr").asString())
                .contains("duplicate key value violates unique constraint", "(ActiveRecord::RecordNotUnique)")
                .doesNotContain("12345678901234567890");
        assertThat(stage.control().tokens().getLast().active()).isTrue();
        assertThat(stage.control().tokens()).hasSize(15);
    }

    @Test
    void buildAndSetTokenLeavesNothing() {
        String script = "t = User.find_by_username('ann').personal_access_tokens.build(name: 'n', scopes: %w[api],"
                + " expires_at: 30.days.from_now)\nt.set_token('" + Cast.ANN_REVOKED + "')\nt.save!";

        assertThat(stderr(script)).contains("(ActiveRecord::RecordNotUnique)");
        assertThat(stage.control().tokens()).hasSize(13);
    }

    @Test
    void anExpiryIsNeeded() {
        assertThat(stderr("User.find_by_username('ann').personal_access_tokens.create!(name: 'n', scopes: ['api'])"))
                .contains("Validation failed: Expiration date can't be blank (ActiveRecord::RecordInvalid)");
    }

    @Test
    void createWithoutAnExclamationMarkFailsOnlyWhenItIsSaved() {
        String script = "t = User.find_by_username('ann').personal_access_tokens.create(name: 'n', scopes: ['api'])\n"
                + "puts t.persisted?\nt.set_token('x')\nt.save!";
        JsonNode ended = run(stage, script, Map.of());

        assertThat(ended.path("stdout").asString()).isEqualTo("false\n");
        assertThat(ended.path("stderr").asString()).contains("Expiration date can't be blank");
    }

    @Test
    void beforeSixteenATokenMayLiveForEver() {
        try (Stage old = Stage.open(options -> options.withProfile("15.11"))) {
            String script = "t = User.find_by_username('ann').personal_access_tokens.create!(name: 'n',"
                    + " scopes: ['api'])\nputs \"#{t.id}-#{t.expires_at}-\"";

            assertThat(run(old, script, Map.of()).path("stdout").asString()).isEqualTo("14--\n");
        }
    }

    @Test
    void anExpiryMustNotBeTooFarAway() {
        assertThat(stderr("User.find_by_username('ann').personal_access_tokens.create!(name: 'n', scopes: ['api'],"
                        + " expires_at: 366.days.from_now)"))
                .contains("Validation failed: Expiration date must be before 2027-06-17 (ActiveRecord::RecordInvalid)");
    }

    @Test
    void anUnknownUserIsNil() {
        assertThat(stderr("User.find_by_username('nobody').personal_access_tokens.build(name: 'n')"))
                .contains("undefined method `personal_access_tokens' for nil:NilClass (NoMethodError)");
    }

    @Test
    void aTokenIsFoundByItsValueAndRevoked() {
        JsonNode ended = run(
                stage,
                "t = PersonalAccessToken.find_by_token(ENV['OLD']); t&.revoke!; puts t.revoked?",
                Map.of("OLD", Cast.ANN));

        assertThat(ended.path("stdout").asString()).isEqualTo("true\n");
        assertThat(stage.get(Cast.ANN, "/user").status()).isEqualTo(401);
    }

    @Test
    void nothingHappensOnNilIfAskedCarefully() {
        JsonNode ended = run(stage, "PersonalAccessToken.find_by_token('nothing')&.revoke!", Map.of());

        assertThat(ended.path("exitCode").asInt()).isZero();
    }

    @Test
    void aMissingVariableIsAKeyError() {
        assertThat(stderr("puts ENV.fetch('T_USER')")).contains("key not found: \"T_USER\" (KeyError)");
    }

    @Test
    void whatIsNoDayIsADateError() {
        assertThat(stderr("Date.parse('soon')")).contains("invalid date (Date::Error)");
    }

    @Test
    void olderReleasesKnowNoDescription() {
        try (Stage old = Stage.open(options -> options.withProfile("16.11"))) {
            String script = "User.find_by_username('ann').personal_access_tokens.build(description: 'why')";

            assertThat(run(old, script, Map.of()).path("stderr").asString())
                    .contains("unknown attribute 'description' for PersonalAccessToken.");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Project.first",
                "User.find_by_username('ann').destroy!",
                "User.find_by_username('ann').personal_access_tokens.active",
                "puts 1 if true",
                "raise 'x'",
                "User.all.each { |u| puts u }",
                "if 1\nputs 2",
                "begin\nputs 2\nend",
                "'x'.tr('a-z', 'b')",
                "t = `ls`",
                "PersonalAccessToken.find_by_token('glpat-value-of-ann').impersonation = true",
                "puts \"#{User.find_by_username('ann')}\""
            })
    void whatIsNotUnderstoodIsSaid(String script) {
        JsonNode ended = run(stage, script, Map.of());

        assertThat(ended.path("exitCode").asInt()).isEqualTo(1);
        assertThat(ended.path("stderr").asString())
                .contains("the simulator does not understand", "(NotImplementedError)\n\tfrom ");
    }

    @Test
    void whatIsNotUnderstoodIsSaidBeforeAnythingIsDone() {
        run(stage, ONE_LINER + "\nputs 1 if true", Map.of());

        assertThat(stage.control().tokens()).hasSize(13);
    }

    @Test
    void aScriptReadsItsInputLineByLine() {
        assertThat(run(stage, READING, Map.of(), "ann\n12 days").path("stdout").asString())
                .isEqualTo("[ann][12][2026-06-29][true][true]\n");
    }

    @Test
    void aScriptDecides() {
        assertThat(stdout(DECIDING.replace("NAME", "ann"))).isEqualTo("active\n");
        assertThat(stdout(DECIDING.replace("NAME", "blocked"))).isEqualTo("blocked\n");
        assertThat(stdout(DECIDING.replace("NAME", "nobody"))).isEqualTo("missing\n");
    }

    @Test
    void aScriptRescuesWhatItRaisedAndNothingElse() {
        assertThat(stdout("begin\n  nil.save!\nrescue => e\n  puts \"#{e.class}: #{e.message}\"\nend"))
                .isEqualTo("NoMethodError: undefined method `save!' for nil:NilClass\n");
        assertThat(stderr("begin\n  User.delete_all\nrescue => e\n  puts 1\nend"))
                .contains("(NotImplementedError)");
    }

    @Test
    void aScriptLooksAtEachToken() {
        assertThat(stdout("""
                User.find_by_username('ann').personal_access_tokens.each do |t|
                  if t.active? && t.name.include?('api')
                    puts "#{t.id} #{t.user_id} #{t.created_at.iso8601} #{t.scopes.join(',')}"
                  end
                end
                """)).matches("\\d+ 2 2\\S+Z read_api\n");
    }

    @Test
    void aTokenSaysWhatIsWrongWithItBeforeItIsSaved() {
        assertThat(stdout("""
                t = User.find_by_username('ann').personal_access_tokens.build(name: 'n', scopes: ['api'], expires_at: Date.current + 366)
                unless t.valid?
                  puts t.errors.full_messages.join(' ')
                end
                """)).isEqualTo("Expiration date must be before 2027-06-17\n");
        assertThat(stage.control().tokens()).hasSize(13);
    }

    @Test
    void itsMachineCanBeTalkativeAndSlow() {
        stage.plain(
                "PUT",
                "/control/rails",
                "{\"stdout\":\"DEPRECATION\\n\",\"stderr\":\"warning: x\\n\",\"milliseconds\":50}");
        long before = System.nanoTime();
        JsonNode ended = run(stage, "puts 'x'", Map.of());

        assertThat(ended.path("stdout").asString()).isEqualTo("DEPRECATION\nx\n");
        assertThat(ended.path("stderr").asString()).isEqualTo("warning: x\n");
        assertThat(System.nanoTime() - before).isGreaterThan(50_000_000);
    }

    @Test
    void aRequestWithoutAScriptIsRefused() {
        assertThat(stage.plain("POST", "/control/rails", "{}").status()).isEqualTo(400);
        assertThat(stage.plain("POST", "/control/rails", "x").status()).isEqualTo(400);
    }

    private String stdout(String script) {
        return run(stage, script, Map.of()).path("stdout").asString();
    }

    private String stderr(String script) {
        JsonNode ended = run(stage, script, Map.of());
        assertThat(ended.path("exitCode").asInt()).isEqualTo(1);
        return ended.path("stderr").asString();
    }

    private static JsonNode run(Stage stage, String script, Map<String, String> environment) {
        return run(stage, script, environment, "");
    }

    private static JsonNode run(Stage stage, String script, Map<String, String> environment, String stdin) {
        String body =
                JsonMapper.shared().writeValueAsString(Map.of("script", script, "env", environment, "stdin", stdin));
        return stage.plain("POST", "/control/rails", body).json();
    }
}
