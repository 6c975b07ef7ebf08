using System.Reflection;
using FsCheck.Xunit;
using GraphNews.Tests.Articles;
using GraphNews.Tests.Changes;
using GraphNews.Tests.Docs;
using GraphNews.Tests.Engine;
using GraphNews.Tests.Exports;
using GraphNews.Tests.History;
using GraphNews.Tests.Identity;
using GraphNews.Tests.Imports;
using GraphNews.Tests.Mappings;
using GraphNews.Tests.Mutations;
using GraphNews.Tests.Network;
using GraphNews.Tests.Officials;
using GraphNews.Tests.Places;
using GraphNews.Tests.Samples;
using GraphNews.Tests.Search;
using GraphNews.Tests.SqlServer;
using GraphNews.Tests.Timelines;
using GraphNews.Tests.Uk;
using GraphNews.Tests.Walk;
using Xunit.Sdk;

namespace GraphNews.Tests.Storage;

/// <summary>The tests that say what a storage does, whichever product it is: they run on SQLite by themselves.</summary>
public sealed class StorageSuite : IAsyncLifetime
{
    private static readonly Type[] Classes =
    [
        typeof(Storage.SnapshotTests), typeof(Walk.SnapshotTests), typeof(GraphWriterTests), typeof(SlugTests), typeof(MergeTests),
        typeof(RetractionTests), typeof(JudgementTests), typeof(ImportTests), typeof(ImportRunTests), typeof(SharedFactTests), typeof(BadInputTests), typeof(ExportTests), typeof(ReferenceDataTests),
        typeof(SampleGraphTests), typeof(PagingTests), typeof(Keys.ApiKeyTests), typeof(FilterTests), typeof(SelectionTests), typeof(HiddenNodesTests),
        typeof(OperationTests), typeof(SchemaTourTests), typeof(NodeMutationTests), typeof(CitationMutationTests), typeof(MadridStoryTests),
        typeof(OrderPropertyTests), typeof(NameMatchFilterTests), typeof(StatementCountTests), typeof(CounterpartTests), typeof(MeetingStatTests),
        typeof(Network.NetworkTests), typeof(PathTests), typeof(TimelineTests), typeof(ChangeTests), typeof(ArticleFactTests), typeof(TenureDayTests),
        typeof(SearchTests), typeof(MappedImportTests), typeof(UkOperationTests), typeof(QueryPlanTests), typeof(GrowthTests),
    ];

    /// <summary>How often a property is tried: it has been tried far more often on SQLite.</summary>
    private const int PropertyTrials = 12;

    private readonly Dictionary<(TestProduct, Type), object> _fixtures = [];

    /// <summary>Every case by name.</summary>
    public static IReadOnlyDictionary<string, (MethodInfo Test, object?[] Given)> Cases { get; } = Classes
        .SelectMany(type => type.GetMethods().Where(method => method.GetCustomAttribute<FactAttribute>() is { Skip: null }))
        .SelectMany(test => GivenTo(test).Select((given, number) => ($"{test.DeclaringType!.FullName}.{test.Name}{(number > 0 ? $" #{number + 1}" : "")}", (test, given))))
        .ToDictionary(test => test.Item1, test => test.Item2);

    public Task InitializeAsync() => Task.CompletedTask;

    /// <summary>Runs a case with its graphs on a product.</summary>
    internal Task RunAsync(string name, TestProduct product)
    {
        TestDatabase.Product = product;
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
    {
        if (test.GetParameters().Length == 0) return [[]];
        if (test.GetCustomAttribute<PropertyAttribute>() is null) return test.GetCustomAttributes<DataAttribute>().SelectMany(data => data.GetData(test));

        return Enumerable.Range(0, PropertyTrials).Select(seed =>
        {
            var random = new Random(seed);
            return (object?[])[.. test.GetParameters().Select(parameter => Any(parameter.ParameterType, random))];
        });
    }

    private static object Any(Type type, Random random)
    {
        if (type == typeof(bool)) return random.Next(2) == 0;
        if (type == typeof(byte)) return (byte)random.Next(256);
        if (type == typeof(int)) return random.Next();
        if (type != typeof(byte[])) throw new NotSupportedException($"A property takes a {type}.");
        var bytes = new byte[random.Next(6)];
        random.NextBytes(bytes);
        return bytes;
    }

    private async Task<object> FixtureAsync(Type type)
    {
        if (_fixtures.TryGetValue((TestDatabase.Product, type), out var made)) return made;

        var fixture = Activator.CreateInstance(type)!;
        if (fixture is IAsyncLifetime starting) await starting.InitializeAsync();
        return _fixtures[(TestDatabase.Product, type)] = fixture;
    }
}
