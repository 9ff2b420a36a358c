package org.liaison.rehearsal.desk;

import tools.jackson.databind.json.JsonMapper;

final class Json {

    static final JsonMapper MAPPER = JsonMapper.shared();

    private Json() {}
}
