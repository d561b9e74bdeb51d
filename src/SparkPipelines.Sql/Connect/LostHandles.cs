using Grpc.Core;

namespace SparkPipelines.Sql.Connect;

/// <summary>The conditions by which a server says that it does not have, or no longer has, a session or an operation.</summary>
internal static class LostHandles
{
    public const string SessionNotFound = "INVALID_HANDLE.SESSION_NOT_FOUND";
    public const string SessionClosed = "INVALID_HANDLE.SESSION_CLOSED";
    public const string SessionChanged = "INVALID_HANDLE.SESSION_CHANGED";
    public const string OperationNotFound = "INVALID_HANDLE.OPERATION_NOT_FOUND";
    public const string OperationAbandoned = "INVALID_HANDLE.OPERATION_ABANDONED";

    /// <summary>The contrary: an operation under this id is there.</summary>
    public const string OperationAlreadyExists = "INVALID_HANDLE.OPERATION_ALREADY_EXISTS";

    /// <summary>The operation is there and nothing works on it; whoever hears that is the last to hear of it.</summary>
    public const string OperationOrphaned = "SPARK_CONNECT_ILLEGAL_STATE.EXECUTION_STATE_OPERATION_ORPHANED";

    public static bool IsOfSession(string? errorClass) => errorClass is SessionNotFound or SessionClosed or SessionChanged;

    public static bool IsOfOperation(string? errorClass) => errorClass is OperationNotFound or OperationAbandoned or OperationOrphaned;

    public static bool Says(this RpcException exception, string condition) => exception.Status.Detail.Contains(condition, StringComparison.Ordinal);
}
