#include "CSchemas.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char common_text[] = {
#embed "../../schemas/common.schema.json"
};

static const unsigned char experiment_text[] = {
#embed "../../schemas/experiment.schema.json"
};

static const unsigned char initiative_text[] = {
#embed "../../schemas/initiative.schema.json"
};

static const unsigned char insight_text[] = {
#embed "../../schemas/insight.schema.json"
};

static const unsigned char launch_text[] = {
#embed "../../schemas/launch.schema.json"
};

static const unsigned char metric_text[] = {
#embed "../../schemas/metric.schema.json"
};

static const unsigned char plan_text[] = {
#embed "../../schemas/plan.schema.json"
};

static const unsigned char process_text[] = {
#embed "../../schemas/process.schema.json"
};

static const unsigned char prodops_text[] = {
#embed "../../schemas/prodops.schema.json"
};

static const unsigned char study_text[] = {
#embed "../../schemas/study.schema.json"
};

static const unsigned char team_text[] = {
#embed "../../schemas/team.schema.json"
};

static const unsigned char tool_text[] = {
#embed "../../schemas/tool.schema.json"
};

/* Sorted by name. */
static const prodops_schema schemas[] = {
  {"common", common_text, sizeof common_text},
  {"experiment", experiment_text, sizeof experiment_text},
  {"initiative", initiative_text, sizeof initiative_text},
  {"insight", insight_text, sizeof insight_text},
  {"launch", launch_text, sizeof launch_text},
  {"metric", metric_text, sizeof metric_text},
  {"plan", plan_text, sizeof plan_text},
  {"process", process_text, sizeof process_text},
  {"prodops", prodops_text, sizeof prodops_text},
  {"study", study_text, sizeof study_text},
  {"team", team_text, sizeof team_text},
  {"tool", tool_text, sizeof tool_text},
};

const prodops_schema *prodops_schemas(size_t *count) {
  *count = sizeof schemas / sizeof schemas[0];
  return schemas;
}
