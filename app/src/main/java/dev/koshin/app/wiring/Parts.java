package dev.koshin.app.wiring;

import dev.koshin.app.config.Config;
import dev.koshin.issuer.gitlabrest.GitLabRest;
import dev.koshin.process.Runner;

/**
 * What the credentials of one run share.
 *
 * @param runner runs programs of this machine
 * @param closing gives everything back
 * @param operator who looks on
 */
record Parts(Config config, GitLabRest gitlab, Runner runner, Closing closing, Operator operator) {}
