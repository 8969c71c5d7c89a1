// Does one thing with tokens by @gitbeaker/rest, and prints the answer as JSON.
import { createRequire } from 'node:module';

const { Gitlab } = createRequire(`${process.env.MODULES}/`)('@gitbeaker/rest');
const tokens = new Gitlab({ host: process.env.GITLAB_URL, token: process.env.GITLAB_TOKEN }).PersonalAccessTokens;
const whole = ({ id, token }) => ({ id, token });

const operations = {
  self: async () => (await tokens.show()).id,
  list: async () => (await tokens.all()).map(({ id }) => id),
  create: async (user, name, expiresAt) => whole(await tokens.create(Number(user), name, ['api'], { expiresAt })),
  rotate: async (id, expiresAt) => whole(await tokens.rotate(Number(id), { expiresAt })),
  revoke: async (id) => {
    await tokens.remove({ tokenId: Number(id) });
    return null;
  },
};

const [operation, ...values] = process.argv.slice(2);
try {
  console.log(JSON.stringify(await operations[operation](...values)));
} catch (error) {
  console.error(error.cause?.response?.status, error.message, error.cause?.description);
  process.exitCode = 1;
}
