using Microsoft.ML;
using Microsoft.ML.Trainers;
using SparkPipelines.Pipelines;

namespace FlightDelays;

/// <summary>Reads the prepared rows into Microsoft.Data.Analysis frames and fits a logistic regression to them.</summary>
internal sealed class TrainModel : IStepJob
{
    private const double SampleShare = 0.25;
    private const int Seed = 42;

    private static readonly string[] Numbers =
        ["month", "hour", "distance", "departures", "temp", "wind_speed", "precip", "visib", "altitude", "seats", "plane_age"];

    private static readonly string[] Categories = ["origin", "carrier", "weekday"];

    public async Task RunAsync(Run run, CancellationToken cancellationToken)
    {
        // A quarter of the year's flights tells a linear model as much as all of them.
        var train = run.InputDatasets["train"].AsTabular().TakeSample(SampleShare, Seed).ToDataFrame(run.Spark);
        var test = run.InputDatasets["test"].AsTabular().ToDataFrame(run.Spark);
        run.Log("train_rows", train.Rows.Count);
        run.Log("test_rows", test.Rows.Count);

        var ml = new MLContext(Seed);
        var encoded = Categories.Select(name => new InputOutputColumnPair($"{name}_encoded", name)).ToArray();
        var trainer = ml.Transforms.Categorical.OneHotEncoding(encoded)
            .Append(ml.Transforms.Concatenate("Numbers", Numbers))
            .Append(ml.Transforms.NormalizeMeanVariance("Numbers"))
            .Append(ml.Transforms.Concatenate("Features", [.. encoded.Select(pair => pair.OutputColumnName), "Numbers"]))
            .AppendCacheCheckpoint(ml)
            .Append(ml.BinaryClassification.Trainers.LbfgsLogisticRegression(new LbfgsLogisticRegressionBinaryTrainer.Options { LabelColumnName = "late", NumberOfThreads = 1, MaximumNumberOfIterations = 50 }));
        var model = await Task.Run(() => trainer.Fit(train), cancellationToken);

        var metrics = ml.BinaryClassification.Evaluate(model.Transform(test), labelColumnName: "late");
        run.Log("auc", Math.Round(metrics.AreaUnderRocCurve, 4));
        run.Log("accuracy", Math.Round(metrics.Accuracy, 4));
        run.Log("log_loss", Math.Round(metrics.LogLoss, 4));
        ml.Model.Save(model, ((IDataView)train).Schema, Path.Combine(run.Outputs["model"].Path, "flight-delays.zip"));
    }
}
