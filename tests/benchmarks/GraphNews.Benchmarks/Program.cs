using System.CommandLine;
using GraphNews.Benchmarks;

var root = new RootCommand("Measures GraphNews, by itself and beside others. docs/performance.md tells of it.")
{
    CompareVerb.Create(),
    PartsVerb.Create(),
    OwnVerbs.Imports(),
    OwnVerbs.Bundle(),
    OwnVerbs.Exports(),
    OwnVerbs.Questions(),
};
return await root.Parse(args).InvokeAsync();
