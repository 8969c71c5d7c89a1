package dev.koshin.issuer.gitlabweb;

import dev.koshin.issuer.Scene;
import dev.koshin.model.Account;
import dev.koshin.spi.Issuer;
import dev.koshin.testkit.IssuerContract;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Nested;

final class WebContractTest {
    @Nested
    final class On15 extends On {
        On15() {
            super("15.11");
        }
    }

    @Nested
    final class On16 extends On {
        On16() {
            super("16.11");
        }
    }

    @Nested
    final class On17 extends On {
        On17() {
            super("17.11");
        }
    }

    @Nested
    final class On18 extends On {
        On18() {
            super("18.11");
        }
    }

    @Nested
    final class On19 extends On {
        On19() {
            super("19.1");
        }
    }

    abstract static class On implements IssuerContract {
        @AutoClose
        private final Scene scene;

        On(String release) {
            this.scene = new Scene(release, Scene.LIVE);
        }

        @Override
        public Issuer issuer() {
            return Webs.issuer(scene);
        }

        @Override
        public Account account() {
            return Scene.ROOT;
        }
    }
}
