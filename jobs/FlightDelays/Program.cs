using FlightDelays;
using SparkPipelines.Data;
using SparkPipelines.Pipelines;

// Prepares the flights that left New York in 2013, with the weather at their airports, their planes and destinations, and trains a model
// that tells which of them arrive late.
var options = JobOptions.Parse(args);
var workspace = Workspace.Create(options.WorkspaceFolder);
var source = new LocalDatastore("nycflights13", options.DataFolder);
workspace.Register(source);

var delimited = new DelimitedOptions { NullValues = ["NA"] };
TabularDataset Table(string file) => Dataset.Tabular.FromDelimitedFiles(new DataPath(source, file), delimited);

PipelineData train = new("train"), test = new("test"), model = new("model");
var prepare = new SparkStep(
    "prepare",
    typeof(PrepareFlights),
    arguments: ["--year", $"{options.Year}"],
    inputs:
    [
        Table("flights.csv.gz").AsNamedInput("flights"),
        Table("weather.csv").AsNamedInput("weather"),
        Table("planes.csv").KeepColumns("tailnum", "year", "seats").AsNamedInput("planes"),
        Table("airports.csv").KeepColumns("faa", "alt", "tz").AsNamedInput("airports"),
    ],
    outputs: [train, test]);
var fit = new SparkStep("train", typeof(TrainModel), inputs: [train, test], outputs: [model]);

var run = await new Pipeline(workspace, [prepare, fit]).SubmitAsync("flight-delays");
Console.Write(run);
