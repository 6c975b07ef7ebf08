using System.Reflection;
using GraphNews.Tests.Changes;
using GraphNews.Tests.Docs;
using GraphNews.Tests.Engine;
using GraphNews.Tests.Exports;
using GraphNews.Tests.Identity;
using GraphNews.Tests.Imports;
using GraphNews.Tests.Mutations;
using GraphNews.Tests.Places;
using GraphNews.Tests.Samples;
using GraphNews.Tests.Storage;
using GraphNews.Tests.Walk;
using Xunit.Sdk;

namespace GraphNews.Tests.SqlServer;

/// <summary>The tests that say what a storage does, whichever product it is: they run on SQLite by themselves.</summary>
public sealed class StorageSuite : IAsyncLifetime
{
    private static readonly Type[] Classes =
    [
        typeof(Storage.SnapshotTests), typeof(Walk.SnapshotTests), typeof(GraphWriterTests), typeof(SlugTests), typeof(MergeTests),
        typeof(RetractionTests), typeof(JudgementTests), typeof(ImportTests), typeof(ImportRunTests), typeof(SharedFactTests), typeof(BadInputTests), typeof(ExportTests), typeof(ReferenceDataTests),
        typeof(SampleGraphTests), typeof(PagingTests), typeof(Keys.ApiKeyTests), typeof(FilterTests), typeof(SelectionTests), typeof(HiddenNodesTests),
        typeof(OperationTests), typeof(SchemaTourTests), typeof(NodeMutationTests), typeof(CitationMutationTests), typeof(MadridStoryTests),
    ];

    private readonly Dictionary<Type, object> _fixtures = [];

    /// <summary>Every case by name.</summary>
    public static IReadOnlyDictionary<string, (MethodInfo Test, object?[] Given)> Cases { get; } = Classes
        .SelectMany(type => type.GetMethods().Where(method => method.GetCustomAttribute<FactAttribute>() is { Skip: null }))
        .SelectMany(test => GivenTo(test).Select((given, number) => ($"{test.DeclaringType!.FullName}.{test.Name}{(number > 0 ? $" #{number + 1}" : "")}", (test, given))))
        .ToDictionary(test => test.Item1, test => test.Item2);

    public Task InitializeAsync() => Task.CompletedTask;

    /// <summary>Runs a case with its graphs on SQL Server, or on SQLite.</summary>
    public Task RunAsync(string name, bool onSqlServer)
    {
        TestDatabase.OnSqlServer = onSqlServer;
        return RunAsync(name);
    }

    /// <summary>Runs a case with the statements that SQL Server gets, answered by SQLite.</summary>
    internal Task RunAsync(string name, StatementLog log)
    {
        TestDatabase.Statements = log;
        return RunAsync(name);
    }

    public async Task DisposeAsync()
    {
        foreach (var fixture in _fixtures.Values.OfType<IAsyncLifetime>()) await fixture.DisposeAsync();
    }

    private async Task RunAsync(string name)
    {
        var (test, given) = Cases[name];
        var needs = test.DeclaringType!.GetConstructors().Single().GetParameters();
        var fixtures = new List<object>();
        foreach (var need in needs) fixtures.Add(await FixtureAsync(need.ParameterType));
        var tests = Activator.CreateInstance(test.DeclaringType, [.. fixtures]);
        try
        {
            if (tests is IAsyncLifetime starting) await starting.InitializeAsync();
            if (test.Invoke(tests, BindingFlags.DoNotWrapExceptions, null, given, null) is Task running) await running;
        }
        finally
        {
            if (tests is IAsyncLifetime ending) await ending.DisposeAsync();
            (tests as IDisposable)?.Dispose();
        }
    }

    private static IEnumerable<object?[]> GivenTo(MethodInfo test)
        => test.GetParameters().Length == 0 ? [[]] : test.GetCustomAttributes<DataAttribute>().SelectMany(data => data.GetData(test));

    private async Task<object> FixtureAsync(Type type)
    {
        if (_fixtures.TryGetValue(type, out var made)) return made;

        var fixture = Activator.CreateInstance(type)!;
        if (fixture is IAsyncLifetime starting) await starting.InitializeAsync();
        return _fixtures[type] = fixture;
    }
}

/// <summary>The storage suite on a live server.</summary>
public sealed class StorageSuiteTests(StorageSuite suite) : IClassFixture<StorageSuite>
{
    public static TheoryData<string> Names => [.. StorageSuite.Cases.Keys];

    [SqlServerTheory]
    [MemberData(nameof(Names))]
    public Task It_holds_on_SQL_Server_as_on_SQLite(string test) => suite.RunAsync(test, onSqlServer: true);

    [Fact]
    public async Task It_has_many_cases_and_one_of_each_class_runs_without_a_server()
    {
        Assert.True(StorageSuite.Cases.Count > 60, $"There are {StorageSuite.Cases.Count} cases.");
        foreach (var ofClass in StorageSuite.Cases.GroupBy(test => test.Value.Test.DeclaringType)) await suite.RunAsync(ofClass.First().Key, onSqlServer: false);
    }
}
