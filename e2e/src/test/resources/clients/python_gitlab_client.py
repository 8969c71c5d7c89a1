"""Does one thing with tokens by python-gitlab, and prints the answer as JSON."""

import json
import os
import sys

import gitlab

api = gitlab.Gitlab(os.environ["GITLAB_URL"], private_token=os.environ["GITLAB_TOKEN"])


def whole(token):
    return {"id": token["id"], "token": token["token"]}


def create(user, name, expiry):
    owner = api.users.get(int(user), lazy=True)
    made = owner.personal_access_tokens.create({"name": name, "scopes": ["api"], "expires_at": expiry})
    return whole(made.attributes)


operations = {
    "self": lambda: api.personal_access_tokens.get("self").id,
    "list": lambda: [token.id for token in api.personal_access_tokens.list(get_all=True)],
    "create": create,
    "rotate": lambda id, expiry: whole(api.personal_access_tokens.rotate(int(id), expires_at=expiry)),
    "revoke": lambda id: api.personal_access_tokens.delete(int(id)),
}
print(json.dumps(operations[sys.argv[1]](*sys.argv[2:])))
