using SparkPipelines.Embedded.Errors;
using SparkPipelines.Embedded.Formats;
using SparkPipelines.Embedded.Native;
using SparkPipelines.Embedded.Resolve;
using SparkPipelines.Sql.Engine;
using Spark.Connect;
using Case = Spark.Connect.Command.CommandTypeOneofCase;
using SaveMode = Spark.Connect.WriteOperation.Types.SaveMode;

namespace SparkPipelines.Embedded.Engine;

/// <summary>Commands: writing files and naming views. Everything else is refused by name.</summary>
internal static class Commands
{
    public static async Task<QueryResult> StartAsync(EmbeddedSession session, Command command, Operation operation, CancellationToken cancellationToken)
    {
        switch (command.CommandTypeCase)
        {
            case Case.WriteOperation:
                return await WriteAsync(session, command.WriteOperation, operation, cancellationToken).ConfigureAwait(false);
            case Case.CreateDataframeView:
                await CreateViewAsync(session, command.CreateDataframeView, cancellationToken).ConfigureAwait(false);
                return new CommandResult(operation, _ => Task.CompletedTask);
            case Case.RemoveCachedRemoteRelationCommand:
                return new CommandResult(operation, _ => Task.CompletedTask);
            default:
                throw Refusal.Of("command", command.CommandTypeCase.ToString());
        }
    }

    private static async Task CreateViewAsync(EmbeddedSession session, CreateDataFrameViewCommand command, CancellationToken cancellationToken)
    {
        // A view of a plan that can't be analysed is refused when it is made, as Spark does.
        var plan = await Planner.ResolveAsync(session, command.Input, cancellationToken).ConfigureAwait(false);
        if (command.Replace)
            await KeptViews.ReplaceAsync(session, command.IsGlobal ? [TemporaryViews.GlobalDatabase, command.Name] : [command.Name], plan, cancellationToken).ConfigureAwait(false);
        var view = new TemporaryView(command.Input, session.Views);
        var (name, replace) = (command.Name, command.Replace);
        if (command.IsGlobal)
            session.Host.ChangeGlobalViews(views => Put(views, $"{TemporaryViews.GlobalDatabase}.{name}", name));
        else
            session.ChangeViews(views => Put(views, name, name));

        System.Collections.Immutable.ImmutableDictionary<string, TemporaryView> Put(System.Collections.Immutable.ImmutableDictionary<string, TemporaryView> views, string fullName, string key) =>
            views.ContainsKey(key) && !replace
                ? throw SparkConditions.Error("TEMP_TABLE_OR_VIEW_ALREADY_EXISTS", ("relationName", Quoting.Id(fullName.Split('.'))))
                : views.SetItem(key, view);
    }

    private static async Task<QueryResult> WriteAsync(EmbeddedSession session, WriteOperation write, Operation operation, CancellationToken cancellationToken)
    {
        if (write.SaveTypeCase == WriteOperation.SaveTypeOneofCase.Table)
            throw Refusal.Of("command", "WriteOperation to a table", "write to a path");
        if (write.BucketBy is { NumBuckets: > 0 })
            throw Refusal.Of("command", "WriteOperation with buckets");
        if (write.ClusteringColumns.Count > 0)
            throw Refusal.Of("command", "WriteOperation with clustering columns");
        var options = new Dictionary<string, string>(write.Options, StringComparer.OrdinalIgnoreCase);
        var path = write.SaveTypeCase == WriteOperation.SaveTypeOneofCase.Path ? write.Path : options.GetValueOrDefault("path")
            ?? throw Refusal.Of("command", "WriteOperation without a path");
        var format = write.HasSource && write.Source.Length > 0 ? write.Source : session.Configuration.Get("spark.sql.sources.default");
        var plan = await Planner.ResolveAsync(session, write.Input, cancellationToken).ConfigureAwait(false);
        var mode = write.Mode switch
        {
            SaveMode.Append => WriteMode.Append,
            SaveMode.Overwrite => WriteMode.Overwrite,
            SaveMode.Ignore => WriteMode.Ignore,
            _ => WriteMode.ErrorIfExists,
        };
        return new CommandResult(operation, async token =>
        {
            var (sql, lowering) = await plan.LowerAsync(session, plan.Relation, narrowDecimals: false, token).ConfigureAwait(false);
            using (lowering)
            {
                session.Database.Register(lowering.Natives);
                var request = new WriteRequest(format, path, mode, sql, plan.Schema, options, [.. write.PartitioningColumns]);
                await new FileFormats(session.Database, session.FormatSettings).WriteAsync(request, token).ConfigureAwait(false);
                session.Host.Refresh(FileListing.ToLocalPath(path));
            }
        });
    }
}

/// <summary>A command: it runs when its result is read, and has no rows.</summary>
internal sealed class CommandResult(Operation operation, Func<CancellationToken, Task> run) : QueryResult
{
    public override Sql.Types.StructType? Schema => null;

    public override QueryOutcome Outcome => new() { OperationId = operation.Id };

    public override async IAsyncEnumerable<Apache.Arrow.RecordBatch> ReadBatchesAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, operation.Interrupted);
        try
        {
            await run(stop.Token).ConfigureAwait(false);
        }
        catch (DuckDbException e)
        {
            throw RuntimeErrors.Translate(e);
        }
        catch (OperationCanceledException) when (operation.Interrupted.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw SparkConditions.Error("OPERATION_CANCELED");
        }

        operation.Dispose();
        yield break;
    }

    public override ValueTask DisposeAsync()
    {
        operation.Dispose();
        return ValueTask.CompletedTask;
    }
}
