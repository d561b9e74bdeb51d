package sparkpipelines;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** Spark Connect on the loopback interface, on a port of the system's choosing, for whoever knows the token. */
final class ConnectServer {
    private static final String SERVICE = "org.apache.spark.sql.connect.service.SparkConnectService";
    private static final String GRPC = "org.sparkproject.connect.grpc.";
    private static final int TOKEN_BYTES = 32;

    private ConnectServer() {
    }

    static String newToken() {
        byte[] bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Returns the port. */
    static int start(Object context, String token) throws Exception {
        Object service = service(context);
        if (checksTokens(service)) {
            Reflect.call(service, "start", context.getClass(), context);
        } else {
            startGuarded(service, context, token);
        }
        return (Integer) Reflect.call(service, "localPort");
    }

    private static Object service(Object context) throws ReflectiveOperationException {
        try {
            return Reflect.scalaObject(SERVICE);
        } catch (ClassNotFoundException missing) {
            String version = (String) Reflect.call(context, "version");
            String scala = version.startsWith("3.") ? "2.12" : "2.13";
            throw new RunnerException(RunnerException.CONNECT_MISSING, "this Spark " + version + " comes without Spark Connect, which the job "
                + "needs; add --packages org.apache.spark:spark-connect_" + scala + ":" + version + " or put that jar into SPARK_HOME/jars.");
        }
    }

    /** Spark 3.5 knows neither a binding address nor a token: its own start would serve anyone who reaches the machine. */
    private static boolean checksTokens(Object service) throws ReflectiveOperationException {
        return Reflect.has(service.getClass(), "hostAddress")
            && Reflect.has(Reflect.type("org.apache.spark.sql.connect.config.Connect$"), "getAuthenticateToken");
    }

    /** What Spark 3.5's start does, with our address and our interceptor. */
    private static void startGuarded(Object service, Object context, String token) throws Exception {
        Class<?> builderType = Reflect.type(GRPC + "netty.NettyServerBuilder");
        Class<?> serverBuilder = Reflect.type(GRPC + "ServerBuilder");
        Class<?> interceptorType = Reflect.type(GRPC + "ServerInterceptor");

        SocketAddress address = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0);
        Object builder = builderType.getMethod("forAddress", SocketAddress.class).invoke(null, address);
        Reflect.call(builder, "maxInboundMessageSize", int.class, maxInboundMessageSize(context));
        Reflect.call(builder, serverBuilder, "addService", new Class<?>[] {Reflect.type(GRPC + "BindableService")},
            Reflect.type(SERVICE).getConstructor(boolean.class).newInstance(false));
        Object registry = Reflect.scalaObject("org.apache.spark.sql.connect.service.SparkConnectInterceptorRegistry");
        Reflect.call(registry, "chainInterceptors", builderType, builder);
        // The last one added is asked first: nobody without the token reaches the user's own interceptors.
        Reflect.call(builder, serverBuilder, "intercept", new Class<?>[] {interceptorType}, tokenCheck(interceptorType, token));

        Object server = Reflect.call(builder, serverBuilder, "build", new Class<?>[0]);
        Class<?> serverType = Reflect.type(GRPC + "Server");
        Reflect.call(service, "server_$eq", serverType, server);
        Reflect.call(server, serverType, "start", new Class<?>[0]);
        Reflect.callPrivate(service, "createListenerAndUI", new Class<?>[] {context.getClass()}, context);
    }

    private static int maxInboundMessageSize(Object context) throws ReflectiveOperationException {
        Object conf = Reflect.call(context, "conf");
        Class<?>[] parameters = {String.class, long.class};
        long size = (Long) Reflect.call(conf, conf.getClass(), "getSizeAsBytes", parameters,
            "spark.connect.grpc.maxInboundMessageSize", 128L * 1024 * 1024);
        return Math.toIntExact(size);
    }

    private static Object tokenCheck(Class<?> interceptorType, String token) throws ReflectiveOperationException {
        Class<?> metadata = Reflect.type(GRPC + "Metadata");
        Class<?> keyType = Reflect.type(GRPC + "Metadata$Key");
        Class<?> marshallerType = Reflect.type(GRPC + "Metadata$AsciiMarshaller");
        Object authorization = keyType.getMethod("of", String.class, marshallerType)
            .invoke(null, "authorization", metadata.getField("ASCII_STRING_MARSHALLER").get(null));
        Method header = metadata.getMethod("get", keyType);
        Method startCall = Reflect.type(GRPC + "ServerCallHandler")
            .getMethod("startCall", Reflect.type(GRPC + "ServerCall"), metadata);
        Class<?> statusType = Reflect.type(GRPC + "Status");
        Object refusal = Reflect.call(statusType.getField("UNAUTHENTICATED").get(null), "withDescription", String.class,
            "No or a wrong authentication token.");
        Method asException = statusType.getMethod("asRuntimeException");
        byte[] expected = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);

        return Proxy.newProxyInstance(interceptorType.getClassLoader(), new Class<?>[] {interceptorType}, (proxy, method, arguments) -> {
            if (!method.getName().equals("interceptCall")) {
                throw new UnsupportedOperationException(method.getName());
            }
            Object given = header.invoke(arguments[1], authorization);
            byte[] bytes = given == null ? new byte[0] : given.toString().getBytes(StandardCharsets.UTF_8);
            if (!MessageDigest.isEqual(bytes, expected)) {
                throw (RuntimeException) asException.invoke(refusal);
            }
            try {
                return startCall.invoke(arguments[2], arguments[0], arguments[1]);
            } catch (InvocationTargetException failure) {
                throw failure.getCause();
            }
        });
    }
}
