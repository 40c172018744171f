import { newProject, project, projectArchiving, projectListRequest, projectPage, projectUpdate } from 'shared'
import { memberProcedure, router } from '../trpc.ts'
import type { Projects } from './projects.ts'

export const projectsRouter = (projects: Projects) =>
  router({
    list: memberProcedure
      .input(projectListRequest)
      .output(projectPage)
      .query(({ ctx, input }) => projects.list(ctx.member.accountId, input)),
    create: memberProcedure
      .input(newProject)
      .output(project)
      .mutation(({ ctx, input }) => projects.create(ctx.member.accountId, input)),
    update: memberProcedure
      .input(projectUpdate)
      .output(project)
      .mutation(({ ctx, input }) => projects.update(ctx.member.accountId, input)),
    archive: memberProcedure
      .input(projectArchiving)
      .output(project)
      .mutation(({ ctx, input }) => projects.archive(ctx.member.accountId, input)),
  })
