package org.liaison.auditlog.book;

import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.logging.Logger;
import javax.sql.DataSource;

/// A database that fails once, at a chosen call, as networks and disks do.
final class FaultyDatabase implements DataSource {

    /// Whether the call took effect before it failed.
    enum Effect {
        NOT_PERSISTED,
        PERSISTED
    }

    /// What is left of the connection afterwards.
    enum Connectivity {
        KEPT,
        CUT
    }

    static final Predicate<String> COMMITS = "commit"::equals;
    static final Predicate<String> EVERY_CALL = name -> name.startsWith("execute") || COMMITS.test(name);

    private final DataSource real;
    private Predicate<String> counted = EVERY_CALL;
    private int callsLeft = Integer.MAX_VALUE;
    private Effect effect = Effect.NOT_PERSISTED;
    private Connectivity connectivity = Connectivity.KEPT;

    FaultyDatabase(DataSource real) {
        this.real = real;
    }

    /// The `call`th counted call from now on fails, once.
    void failAt(int call, Predicate<String> counted, Effect effect, Connectivity connectivity) {
        this.counted = counted;
        this.callsLeft = call;
        this.effect = effect;
        this.connectivity = connectivity;
    }

    boolean hasFailed() {
        return callsLeft <= 0;
    }

    void work() {
        callsLeft = Integer.MAX_VALUE;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return proxy(Connection.class, real.getConnection(), Optional.empty());
    }

    private <T> T proxy(Class<T> type, T target, Optional<Connection> owner) {
        InvocationHandler handler = (_, method, arguments) -> {
            try {
                Connection connection = target instanceof Connection own ? own : owner.orElseThrow();
                boolean fails = counted.test(method.getName()) && --callsLeft == 0;
                if (fails && effect == Effect.NOT_PERSISTED) throw failure(connection);
                Object result = method.invoke(target, arguments);
                if (fails) throw failure(connection);
                if (result instanceof PreparedStatement statement)
                    return proxy(PreparedStatement.class, statement, Optional.of(connection));
                if (result instanceof Statement statement)
                    return proxy(Statement.class, statement, Optional.of(connection));
                return result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(FaultyDatabase.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private SQLException failure(Connection connection) throws SQLException {
        if (connectivity == Connectivity.CUT) connection.abort(Runnable::run);
        return new SQLException("the fault of this test", "08006");
    }

    @Override
    public Connection getConnection(String user, String password) {
        throw new UnsupportedOperationException();
    }

    @Override
    public PrintWriter getLogWriter() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setLoginTimeout(int seconds) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int getLoginTimeout() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Logger getParentLogger() {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
