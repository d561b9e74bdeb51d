using Google.Protobuf;
using Grpc.Core;
using Spark.Connect;
using SparkPipelines.Sql.Plans;

namespace SparkPipelines.Sql.Connect;

/// <summary>Sends the requests of deep plans as <see cref="MessageWriter"/> writes them, since they take the generated code seconds.</summary>
internal sealed class LinearCallInvoker(CallInvoker inner) : CallInvoker
{
    private const int DeepPlanRelations = 40;

    public override TResponse BlockingUnaryCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) =>
        inner.BlockingUnaryCall(Linear(method), host, options, request);

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) =>
        inner.AsyncUnaryCall(Linear(method), host, options, request);

    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) =>
        inner.AsyncServerStreamingCall(Linear(method), host, options, request);

    public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options) =>
        inner.AsyncClientStreamingCall(method, host, options);

    public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options) =>
        inner.AsyncDuplexStreamingCall(method, host, options);

    private static Method<TRequest, TResponse> Linear<TRequest, TResponse>(Method<TRequest, TResponse> method) => new(
        method.Type,
        method.ServiceName,
        method.Name,
        Marshallers.Create<TRequest>(
            (request, context) =>
            {
                if (IsDeep(request))
                    Write((IMessage)request!, context);
                else
                    method.RequestMarshaller.ContextualSerializer(request, context);
            },
            method.RequestMarshaller.ContextualDeserializer),
        method.ResponseMarshaller);

    /// <summary>The generated code is the faster one to start with: it needs no descriptors, which take a while to come up.</summary>
    private static bool IsDeep<TRequest>(TRequest request) => request switch
    {
        ExecutePlanRequest execute => RelationInputs.IsDeep(execute.Plan, DeepPlanRelations),
        AnalyzePlanRequest { Schema: { } schema } => RelationInputs.IsDeep(schema.Plan, DeepPlanRelations),
        AnalyzePlanRequest { Explain: { } explain } => RelationInputs.IsDeep(explain.Plan, DeepPlanRelations),
        AnalyzePlanRequest { TreeString: { } tree } => RelationInputs.IsDeep(tree.Plan, DeepPlanRelations),
        _ => false,
    };

    private static void Write(IMessage request, SerializationContext context)
    {
        MessageWriter.WriteTo(request, length =>
        {
            context.SetPayloadLength(length);
            return context.GetBufferWriter();
        });
        context.Complete();
    }
}
