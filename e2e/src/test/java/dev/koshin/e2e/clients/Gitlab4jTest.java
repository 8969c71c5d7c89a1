package dev.koshin.e2e.clients;

import dev.koshin.e2e.clients.PretendGitlab.Person;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.gitlab4j.api.GitLabApi;
import org.gitlab4j.api.GitLabApiException;
import org.gitlab4j.api.models.ImpersonationToken;
import org.gitlab4j.api.models.PersonalAccessToken;

/** gitlab4j, the usual client of Java. */
final class Gitlab4jTest implements ForeignClientContract {
    @Override
    public ForeignClient client(URI gitlab) {
        return new Gitlab4j(gitlab.toString());
    }

    /** It never asks for the second page, and leaves the size of the first one to GitLab. */
    @Override
    public List<Long> listed(List<Long> all) {
        return all.subList(0, 20);
    }

    private record Gitlab4j(String url) implements ForeignClient {
        private static final ImpersonationToken.Scope[] SCOPES = {ImpersonationToken.Scope.API};

        @Override
        public long self(String credential) {
            return call(
                    credential,
                    api -> api.getPersonalAccessTokenApi()
                            .getPersonalAccessToken()
                            .getId());
        }

        @Override
        public List<Long> own(String credential) {
            return call(
                    credential,
                    api -> api.getPersonalAccessTokenApi().getPersonalAccessTokens().stream()
                            .map(PersonalAccessToken::getId)
                            .toList());
        }

        @Override
        public Made create(String credential, Person owner, String name) {
            return call(credential, api -> {
                ImpersonationToken made =
                        api.getUserApi().createPersonalAccessToken(owner.id(), name, "", expiry(), SCOPES);
                return new Made(made.getId(), made.getToken());
            });
        }

        @Override
        public Made rotate(String credential, Person owner, long id) {
            return call(credential, api -> {
                PersonalAccessToken made =
                        api.getPersonalAccessTokenApi().rotatePersonalAccessToken(String.valueOf(id), expiry());
                return new Made(made.getId(), made.getToken());
            });
        }

        @Override
        public void revoke(String credential, Person owner, long id) {
            call(credential, api -> {
                api.getPersonalAccessTokenApi().revokePersonalAccessToken(id);
                return true;
            });
        }

        private static Date expiry() {
            return Date.from(PretendGitlab.expiry().atTime(12, 0).toInstant(ZoneOffset.UTC));
        }

        private interface Request<T> {
            T send(GitLabApi api) throws GitLabApiException;
        }

        private <T> T call(String credential, Request<T> request) {
            try (GitLabApi api = new GitLabApi(url, credential)) {
                return request.send(api);
            } catch (GitLabApiException e) {
                throw new RefusedException(e.getHttpStatus() + " " + e.getMessage());
            }
        }
    }
}
