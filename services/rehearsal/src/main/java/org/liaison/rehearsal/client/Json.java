package org.liaison.rehearsal.client;

import tools.jackson.databind.json.JsonMapper;

final class Json {

    static final JsonMapper MAPPER = JsonMapper.shared();

    private Json() {}
}
