package org.liaison.signin;

import javax.sql.DataSource;

/// What the house gives this room: its settings, its doors, and a database in which
/// `classpath:org/liaison/signin/schema` is in place.
public record SignInHouse(SignInSettings settings, Doors doors, DataSource database) {}
